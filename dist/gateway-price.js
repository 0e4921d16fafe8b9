// src/gateway/price.ts
/** US dollars of these tokens by OpenCode's own rule: reasoning at the price of output; null without a known price. */
function costOf(tokens, { price, longPrices }) {
	if (price === null) return null;
	const whole = tokens.input + tokens.cacheRead + tokens.cacheWrite;
	const by = longPrices.find(({ above }) => whole > above)?.price ?? price;
	return (tokens.input * by.input + (tokens.output + tokens.reasoning) * by.output + tokens.cacheRead * by.cacheRead + tokens.cacheWrite * by.cacheWrite) / 1e6;
}
/** Tokens that a picture can take at most, by the most expensive of the providers' rules. */
const PICTURE = 5e4;
/** Tokens of a context where its size is not known; no model that is offered today has a larger one. */
const LARGEST_CONTEXT = 2e6;
/**
* The most that a request can come to. No tokeniser makes more tokens of a text than it has bytes, so the bytes of the body
* bound its input, and so does the model's context; each token is reckoned at the highest of the prices that it can have.
* Pictures take more tokens than their bytes tell, and documents as many as the context holds.
*/
function worstOf(request, { price, longPrices, context }) {
	const { bytes, maxOutput } = request;
	const input = Math.min(context ?? Number.POSITIVE_INFINITY, bytes + mediaTokens(request.media, context));
	const tokens = input + maxOutput;
	if (price === null) return {
		cost: null,
		tokens
	};
	const prices = [price, ...longPrices.filter(({ above }) => input > above).map((long) => long.price)];
	const highest = (of) => Math.max(...prices.map(of));
	return {
		cost: (input * highest((one) => Math.max(one.input, one.cacheRead, one.cacheWrite)) + maxOutput * highest((one) => one.output)) / 1e6,
		tokens
	};
}
function mediaTokens({ pictures, documents }, context) {
	return pictures * PICTURE + (documents > 0 ? context ?? LARGEST_CONTEXT : 0);
}

export { worstOf as n, costOf as t };