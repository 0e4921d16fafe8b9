// src/gateway/price.ts
/** US dollars of these tokens by OpenCode's own rule: reasoning at the price of output; null without a known price. */
function costOf(tokens, { price, longPrices }) {
	if (price === null) return null;
	const whole = tokens.input + tokens.cacheRead + tokens.cacheWrite;
	const by = longPrices.find(({ above }) => whole > above)?.price ?? price;
	return (tokens.input * by.input + (tokens.output + tokens.reasoning) * by.output + tokens.cacheRead * by.cacheRead + tokens.cacheWrite * by.cacheWrite) / 1e6;
}
/**
* The most that a request can come to. No tokeniser makes more tokens of a text than it has bytes, so the bytes of the body
* bound its input; each is reckoned at the highest of the prices that it can have.
*/
function worstOf(request, { price, longPrices }) {
	const { bytes, maxOutput } = request;
	const tokens = bytes + maxOutput;
	if (price === null) return {
		cost: null,
		tokens
	};
	const prices = [price, ...longPrices.filter(({ above }) => bytes > above).map((long) => long.price)];
	const highest = (of) => Math.max(...prices.map(of));
	return {
		cost: (bytes * highest((one) => Math.max(one.input, one.cacheRead, one.cacheWrite)) + maxOutput * highest((one) => one.output)) / 1e6,
		tokens
	};
}

export { worstOf as n, costOf as t };