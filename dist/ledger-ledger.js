// src/ledger/ledger.ts
const ZERO = {
	requests: 0,
	estimated: 0,
	tokens: {
		input: 0,
		output: 0,
		reasoning: 0,
		cacheRead: 0,
		cacheWrite: 0
	},
	cost: 0
};
function createLedger() {
	const rows = /* @__PURE__ */ new Map();
	return {
		add(entry, usage) {
			for (const used of usage) {
				const key = JSON.stringify([
					entry.phase,
					entry.role,
					used.model,
					entry.round
				]);
				const row = rows.get(key) ?? {
					...entry,
					model: used.model,
					...ZERO
				};
				rows.set(key, {
					...row,
					...sum(row, {
						estimated: 0,
						...used
					})
				});
			}
		},
		rows: () => [...rows.values()],
		total: () => totalOf([...rows.values()])
	};
}
/** Sum of some rows; unpriced as soon as one of them is. */
function totalOf(rows) {
	return rows.reduce(sum, ZERO);
}
/** All tokens of any kind. */
function countTokens(tokens) {
	return tokens.input + tokens.output + tokens.reasoning + tokens.cacheRead + tokens.cacheWrite;
}
function sum(left, right) {
	return {
		requests: left.requests + right.requests,
		estimated: left.estimated + right.estimated,
		tokens: {
			input: left.tokens.input + right.tokens.input,
			output: left.tokens.output + right.tokens.output,
			reasoning: left.tokens.reasoning + right.tokens.reasoning,
			cacheRead: left.tokens.cacheRead + right.tokens.cacheRead,
			cacheWrite: left.tokens.cacheWrite + right.tokens.cacheWrite
		},
		cost: left.cost === null || right.cost === null ? null : left.cost + right.cost
	};
}

export { createLedger as n, totalOf as r, countTokens as t };