import { t as isRecord } from "./text-is-record.js";
import { t as FAILURE_CATEGORIES } from "./failure2.js";
import { Gt as array, Kn as number, Nn as literal, Rt as _enum, Yn as partialRecord, Yt as boolean, _r as union, ar as string, ir as strictObject, qn as object, sn as discriminatedUnion, vr as unknown } from "./zod.js";
import { t as ROLES } from "./agent-agent.js";
import { setTimeout } from "node:timers/promises";

// src/gateway/messages.ts
/** Whoever holds a placeholder of its own. */
const role = _enum(ROLES);
const count = number().nonnegative();
const price = object({
	input: count,
	output: count,
	cacheRead: count,
	cacheWrite: count
});
const model$1 = object({
	name: string(),
	sentAs: string(),
	dearer: boolean(),
	price: price.nullable(),
	longPrices: array(object({
		above: count,
		price
	})).readonly(),
	context: count.nullable(),
	maxOutput: count.nullable()
});
const start = object({
	kind: literal("start"),
	/** Where each provider is and its key; null where none is needed. */
	providers: array(object({
		id: string(),
		baseUrl: string().nullable(),
		key: string().nullable()
	})).readonly(),
	/** The placeholder of each role. */
	placeholders: partialRecord(role, string()),
	limits: object({
		cost: count,
		tokens: count,
		requests: count
	}),
	/** Milliseconds since the epoch at which the run has to be over. */
	deadline: number(),
	/** Milliseconds that a provider is waited for at most when it asks to wait. */
	patience: count,
	/** Directory for the exchanges; null keeps none. */
	record: string().nullable(),
	/** The runner's own proxies, with what they want to know of who asks. */
	proxies: object({
		http: string().nullable(),
		https: string().nullable(),
		no: string()
	}),
	/** What a confined network leaves besides models; null where no network is confined. */
	domains: array(object({
		host: string(),
		below: boolean(),
		port: number()
	})).readonly().nullable()
});
/** What the gateway's process is told on its standard input, a line each; the first one is `start`. */
const Order = discriminatedUnion("kind", [
	start,
	object({
		kind: literal("allow"),
		role,
		models: array(model$1).readonly()
	}),
	object({
		kind: literal("flush"),
		id: number(),
		role
	})
]);
const tokens = object({
	input: count,
	output: count,
	reasoning: count,
	cacheRead: count,
	cacheWrite: count
});
const metered = object({
	kind: literal("request"),
	role,
	/** OpenCode's session; null for a request that names none. */
	session: string().nullable(),
	/** The session at the top of its family. */
	root: string().nullable(),
	/** `provider/model`. */
	model: string(),
	/** The provider's answer; 0 when there was none. */
	status: number(),
	tokens,
	/** US dollars; null when the model has no known price. */
	cost: number().nullable(),
	/** The provider did not say, or the answer broke off: tokens are reckoned from bytes. */
	estimated: boolean(),
	/** Request fields that were left out. */
	dropped: array(string()).readonly()
});
const blocked = object({
	kind: literal("blocked"),
	host: string(),
	port: number(),
	reason: string()
});
/** What the gateway's process tells on its standard output, a line each. */
const Notice = discriminatedUnion("kind", [
	object({
		kind: literal("listening"),
		models: number(),
		proxy: number().nullable()
	}),
	metered,
	blocked,
	object({
		kind: literal("fault"),
		role,
		root: string().nullable(),
		final: boolean(),
		category: _enum(FAILURE_CATEGORIES),
		message: string()
	}),
	object({
		kind: literal("refused"),
		role: role.nullable(),
		reason: string()
	}),
	object({
		kind: literal("flushed"),
		id: number()
	})
]);

// src/gateway/protocol/shape.ts
/** Names come from the agent and are shown to people: no more of them, and no longer, than one can read. */
const MOST_NAMES = 20;
const clipped = (name) => name.slice(0, 60);
/**
* Parses a request by a schema that is its allow list: objects lose the keys that the schema does not name, on every
* level, and `dropped` names them. What cannot be parsed is refused, with the place and the reason.
*/
function shape(schema, body) {
	if (isDeeperThan(DEEPEST, body)) return {
		kind: "refused",
		reason: "the request is nested too deeply"
	};
	const parsed = schema.safeParse(body);
	if (!parsed.success) return {
		kind: "refused",
		reason: reasonOf(parsed.error.issues)
	};
	const dropped = new Set(missing(body, parsed.data, ""));
	return {
		kind: "shaped",
		value: parsed.data,
		dropped: [...dropped].slice(0, MOST_NAMES)
	};
}
/** A setting: a word, a number or a switch. */
const option = union([
	string(),
	number(),
	boolean()
]).nullish();
/** Data of the agent's own, such as a JSON schema, in which a provider looks for nothing to fetch. */
const anything = unknown().optional();
/** An address with its content in it. Anything else would be fetched by the provider. */
const inlineUrl = string().startsWith("data:", { error: "content by address, which the provider would fetch; only data: URLs pass" });
/** Base64, which no address is. */
const inlineData = string().regex(/^[\w+/=\s-]*$/u, { error: "content by address, which the provider would fetch; only base64 passes" });
/** A cache entry of the standard time to live: longer ones cost more to write. */
const cacheControl = object({ type: literal("ephemeral") }).nullish();
/** Refuses a member of a union by its type, and says so in words that `what` begins. */
function unknownType(what) {
	return { error: ({ input }) => `${what} ${nameOf(input)} is not one that Patchwright lets through` };
}
/** Refuses a tool that is not a function of the agent's own. */
const foreignTool = unknownType("a tool of type");
/** Refuses keys that an object does not have, where a key is a kind of thing rather than a detail of it. */
function onlyKeys(what) {
	return { error: (issue) => issue.code === "unrecognized_keys" ? `${what} ${issue.keys.slice(0, MOST_NAMES).map((key) => JSON.stringify(clipped(key))).join(", ")} is not one that Patchwright lets through` : void 0 };
}
/** Refuses tools of which two have one name, so that what was looked at is what is called. */
function sameNames(names) {
	const seen = /* @__PURE__ */ new Set();
	const twice = names.find((name) => seen.has(name) || !seen.add(name));
	return twice === void 0 ? null : {
		kind: "refused",
		reason: `tools: ${clipped(twice)} more than once`
	};
}
function reasonOf(issues) {
	const issue = issues[0] === void 0 ? null : meant(issues[0]);
	if (issue === null) return "the request could not be understood";
	const place = issue.path.map(String).join(".");
	return place === "" ? issue.message : `${place}: ${issue.message}`;
}
/** Of a union's branches, the one that went furthest before it failed is the one that was meant. */
function meant(issue) {
	if (issue.code !== "invalid_union") return issue;
	const [furthest] = issue.errors.flatMap(([first]) => first === void 0 ? [] : [meant(first)]).toSorted((one, other) => other.path.length - one.path.length);
	return furthest === void 0 ? issue : {
		...furthest,
		path: [...issue.path, ...furthest.path]
	};
}
/** Levels; what is nested deeper has no meaning to a provider and could not be written as JSON again. */
const DEEPEST = 200;
function isDeeperThan(levels, value) {
	if (typeof value !== "object" || value === null) return false;
	return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
function nameOf(value) {
	const name = isRecord(value) ? value["type"] : value;
	return typeof name === "string" ? JSON.stringify(clipped(name)) : `(${name === null ? "null" : typeof name})`;
}
function missing(before, after, path) {
	if (before === after) return [];
	if (Array.isArray(before) && Array.isArray(after)) return before.flatMap((item, index) => missing(item, after[index], `${path}[]`));
	if (!isRecord(before) || !isRecord(after)) return [];
	return Object.keys(before).flatMap((key) => {
		const place = path === "" ? clipped(key) : `${path}.${clipped(key)}`;
		return Object.hasOwn(after, key) ? missing(before[key], after[key], place) : [place];
	});
}

// src/gateway/protocol/chat-request.ts
const part$2 = discriminatedUnion("type", [
	object({
		type: literal("text"),
		text: string(),
		cache_control: cacheControl
	}),
	object({
		type: literal("image_url"),
		image_url: union([inlineUrl, object({
			url: inlineUrl,
			detail: option
		})]),
		cache_control: cacheControl
	}),
	object({
		type: literal("video_url"),
		video_url: object({ url: inlineUrl }),
		cache_control: cacheControl
	}),
	object({
		type: literal("input_audio"),
		input_audio: object({
			data: inlineData,
			format: option
		}),
		cache_control: cacheControl
	}),
	object({
		type: literal("file"),
		file: object({
			filename: option,
			file_data: inlineUrl
		}),
		cache_control: cacheControl
	}),
	object({
		type: literal("document_url"),
		document_url: inlineUrl,
		document_name: option
	}),
	object({
		type: literal("thinking"),
		thinking: array(object({
			type: literal("text"),
			text: string()
		}))
	}),
	object({
		type: literal("refusal"),
		refusal: string()
	})
], unknownType("content of type"));
const toolCall = object({
	id: option,
	index: option,
	type: literal("function").nullish(),
	function: object({
		name: string(),
		arguments: unknown()
	}),
	extra_content: anything
});
const message = object({
	role: string(),
	content: union([string(), array(part$2)]).nullish(),
	name: option,
	tool_calls: array(toolCall).nullish(),
	tool_call_id: option,
	refusal: option,
	prefix: option,
	reasoning: option,
	reasoning_content: option,
	reasoning_details: anything,
	cache_control: cacheControl
});
const tool$3 = object({
	type: literal("function", foreignTool),
	function: object({
		name: string().regex(/^[^$]/u, { error: ({ input }) => `the tool ${String(input).slice(0, 60)} is the provider’s own` }),
		description: option,
		parameters: anything,
		strict: option
	}),
	cache_control: cacheControl
});
/** Models that search the web by themselves, whatever tools they are given. Source: the providers' model lists. */
const SEARCHING = /:online\b|(?:^|\/)(?:compound(?:-mini|-beta.*)?|sonar(?:-.*)?)$|search-(?:preview|api)|deep-research/u;
const model = string().refine((name) => !SEARCHING.test(name), { error: ({ input }) => `${String(input).slice(0, 100)} searches the web at the provider` });
/** What may stand in a chat completion, and nothing else; where a field takes any value, no value of it reaches further. */
const chatRequest = object({
	model,
	messages: array(message),
	tools: array(tool$3).nullish(),
	tool_choice: union([string(), object({
		type: literal("function", foreignTool),
		function: object({ name: string() })
	})]).nullish(),
	parallel_tool_calls: option,
	stream: boolean().nullish(),
	max_tokens: option,
	max_completion_tokens: option,
	temperature: option,
	top_p: option,
	top_k: option,
	min_p: option,
	frequency_penalty: option,
	presence_penalty: option,
	repetition_penalty: option,
	seed: option,
	random_seed: option,
	stop: anything,
	response_format: anything,
	reasoning_effort: option,
	reasoning: object({
		effort: option,
		max_tokens: number().optional(),
		enabled: option,
		exclude: option
	}).nullish(),
	reasoning_format: option,
	include_reasoning: option,
	thinking: object({
		type: option,
		budget_tokens: number().optional(),
		clear_thinking: option
	}).nullish(),
	enable_thinking: option,
	thinking_budget: number().nullish(),
	chat_template_args: object({
		enable_thinking: option,
		thinking: option
	}).nullish(),
	chat_template_kwargs: object({
		enable_thinking: option,
		thinking: option
	}).nullish(),
	prompt_mode: option,
	safe_prompt: option,
	verbosity: option,
	prompt_cache_key: option,
	user: option
});

// src/gateway/protocol/reading.ts
/** A reader that hands each part of an answer, parsed, to `take`, which notes what it finds. */
function readParts(take) {
	const found = {
		tokens: null,
		outputBytes: 0,
		complete: false,
		closed: false,
		fault: null,
		finished: false
	};
	return {
		read(data) {
			const text = data.trim();
			if (text === "") return;
			if (text === "[DONE]") found.complete = found.closed = true;
			else try {
				for (const part of parsed(text)) take(part, found);
			} catch {
				found.fault ??= "the answer holds a part that is not a JSON object";
			}
		},
		result: () => ({
			tokens: found.tokens,
			outputBytes: found.outputBytes,
			complete: found.complete,
			finished: found.finished,
			closed: found.closed,
			fault: found.fault
		})
	};
}
/** The number at a path, as OpenCode counts: null where there is none, nothing below zero. */
function countAt(value, ...path) {
	const found = at(value, ...path);
	return typeof found === "number" && Number.isFinite(found) ? Math.max(0, found) : null;
}
/** What stands at a path, undefined where there is nothing. */
function at(value, ...path) {
	return path.reduce((inner, key) => isRecord(inner) ? inner[key] : void 0, value);
}
/** The list at a path, empty where there is none. */
function listAt(value, ...path) {
	const found = at(value, ...path);
	return Array.isArray(found) ? found : [];
}
/** UTF-8 bytes of all strings among the values. */
function bytesOf(...values) {
	return values.reduce((sum, value) => sum + (typeof value === "string" ? Buffer.byteLength(value) : 0), 0);
}
/** OpenCode's counts from totals, with nothing below zero where a provider's numbers do not fit together. */
function tokensOf(totals) {
	const { input, output, reasoning, cacheRead, cacheWrite } = totals;
	return {
		input: Math.max(0, input - cacheRead - cacheWrite),
		output: Math.max(0, output - reasoning),
		reasoning,
		cacheRead,
		cacheWrite
	};
}
/** What an error part says, in one line. */
function faultOf(error) {
	const message = at(error, "message");
	return (typeof message === "string" ? message : JSON.stringify(error ?? "an error without a message")).replaceAll(/\s+/gu, " ").slice(0, 300);
}
/** The objects of a text: one, or the elements of a list, as Google streams without events. Throws for anything else. */
function parsed(text) {
	const value = JSON.parse(text);
	const values = Array.isArray(value) ? value : [value];
	if (!values.every(isRecord)) throw new TypeError("not an object");
	return values;
}

// src/gateway/protocol/chat-usage.ts
/** The usage in a part of an answer, or null for a part without one. */
function chatTokens(part, counts) {
	const usage = at(part, "x_groq", "usage") ?? at(part, "usage");
	const [input, output] = [countAt(usage, "prompt_tokens"), countAt(usage, "completion_tokens")];
	if (input === null && output === null) return null;
	const totals = {
		input: input ?? 0,
		output: output ?? 0,
		reasoning: countAt(usage, "completion_tokens_details", "reasoning_tokens") ?? 0,
		cacheRead: cachedOf(usage) ?? countAt(usage, "prompt_cache_hit_tokens") ?? 0,
		cacheWrite: 0
	};
	return tokensOf(COUNTED[counts](totals, usage));
}
const COUNTED = {
	compatible: (totals) => totals,
	"cache-writes": (totals, usage) => ({
		...totals,
		cacheWrite: countAt(usage, "prompt_tokens_details", "cache_write_tokens") ?? 0
	}),
	uncached: (totals) => ({
		...totals,
		cacheRead: 0
	}),
	"reasoning-apart": (totals) => ({
		...totals,
		input: totals.cacheRead > totals.input ? totals.input + totals.cacheRead : totals.input,
		output: totals.output + totals.reasoning
	}),
	mistral: (totals, usage) => ({
		...totals,
		reasoning: 0,
		cacheRead: countAt(usage, "num_cached_tokens") ?? cachedOf(usage) ?? 0
	})
};
const cachedOf = (usage) => countAt(usage, "prompt_tokens_details", "cached_tokens") ?? countAt(usage, "prompt_token_details", "cached_tokens");

// src/gateway/protocol/length.ts
/** Tokens of an answer: what was asked for within `maxOutput`, or `maxOutput` where nothing sensible was asked for. */
function clamped(asked, maxOutput) {
	return typeof asked === "number" && asked >= 1 ? Math.min(Math.floor(asked), maxOutput) : maxOutput;
}
/**
* A budget for thinking within the length of an answer, which providers want to be the larger of the two. One that
* does not fit leaves half to the answer, since thinking alone is none.
*/
function budgetWithin(limit, asked) {
	return asked < limit ? asked : Math.floor(limit / 2);
}

// src/gateway/protocol/quiet.ts
/** Joins two characters without being seen. */
const WORD_JOINER = "⁠";
/**
* What makes OpenCode ask again, or shorten the conversation and ask again, wherever it stands in an error, whatever the
* error's status: an amount of $1,500 is as good as a status of 500 to it.
*/
const PROMPTS_TO_ASK_AGAIN = [
	/429|50[0234]|524/u,
	/rate[ _-]?(?:limit|increased)|too[ _]many|overloaded|unavailable|exhausted|capacity/iu,
	/internal[ _-]|server[ _-]|provider[ _-]returned|upstream/iu,
	/terminated|fetch|network|connect|socket|hang up|reset|getaddrinfo|enotfound|eai_again|econn|etimedout|time[ d]*out/iu,
	/\b(?:re)?try /iu,
	/too (?:long|large)|exceed|context|maximum|longer than|greater than|reduce the length|token limit/iu
];
/** The same words to a reader, and none of those on which OpenCode asks again. Source: OpenCode's own list. */
function quiet(message) {
	return PROMPTS_TO_ASK_AGAIN.reduce((said, prompt) => said.replaceAll(new RegExp(prompt.source, `${prompt.flags}g`), (found) => `${found.slice(0, 1)}${WORD_JOINER}${found.slice(1)}`), message);
}

// src/gateway/protocol/chat.ts
/** Chat completions as most providers speak them, DeepSeek, Zen and unknown ones among them. */
const chat = createChat({
	lengthField: "max_tokens",
	usage: "stream_options",
	counts: "compatible"
});
/** As OpenAI and Azure do, whose newer models refuse `max_tokens`. */
const openaiChat = createChat({
	lengthField: "max_completion_tokens",
	usage: "stream_options",
	counts: "cache-writes"
});
/** As xAI does. */
const xaiChat = createChat({
	lengthField: "max_completion_tokens",
	usage: "stream_options",
	counts: "reasoning-apart"
});
/** As OpenRouter does. */
const openrouterChat = createChat({
	lengthField: "max_tokens",
	usage: "usage",
	counts: "cache-writes"
});
/** As Groq does, which gives the usage in a field of its own. */
const groqChat = createChat({
	lengthField: "max_tokens",
	usage: "unasked",
	counts: "uncached"
});
/** As Mistral does, which refuses `stream_options`. */
const mistralChat = createChat({
	lengthField: "max_tokens",
	usage: "unasked",
	counts: "mistral"
});
function createChat(dialect) {
	return {
		sanitise: (body, { maxOutput }) => sanitise$3(body, maxOutput, dialect),
		createReader: () => readParts((part, found) => take$2(part, found, dialect.counts)),
		refusal: (_status, message) => {
			const error = {
				message: quiet(message),
				type: "invalid_request_error",
				param: null,
				code: null
			};
			return dialect.counts === "mistral" ? {
				object: "error",
				...error
			} : { error };
		}
	};
}
/** Fields that make the provider search the web; leaving them out would answer another question than was asked. */
const SEARCH_FIELDS = [
	"web_search_options",
	"search_parameters",
	"enable_search"
];
function sanitise$3(body, maxOutput, dialect) {
	const search = SEARCH_FIELDS.find((field) => Boolean(body[field])) ?? searchPlugin(body);
	if (search !== null) return {
		kind: "refused",
		reason: `${search} makes the provider search the web`
	};
	const shaped = shape(chatRequest, body);
	if (shaped.kind === "refused") return shaped;
	const request = shaped.value;
	const twice = sameNames((request.tools ?? []).map((tool) => tool.function.name));
	if (twice !== null) return twice;
	const streams = request.stream === true;
	const lengths = lengthsOf(request, maxOutput, dialect);
	const limit = Math.max(...Object.values(lengths));
	const added = {
		...lengths,
		...thinkingBelow(request, limit),
		...body["store"] === void 0 ? {} : { store: false },
		...usageOf(dialect, streams)
	};
	return {
		kind: "request",
		body: {
			...request,
			max_tokens: void 0,
			max_completion_tokens: void 0,
			...added
		},
		maxOutput: limit,
		streams,
		dropped: shaped.dropped.filter((name) => name === "store" ? body[name] === true : !Object.hasOwn(added, name))
	};
}
function searchPlugin(body) {
	return listAt(body, "plugins").map((plugin) => at(plugin, "id")).some((name) => typeof name === "string" && name.startsWith("web")) ? "the web plugin" : null;
}
/**
* The length that is asked for, clamped. Endpoints that go by `max_tokens` may never have heard of the newer field, so it
* is written there whatever the agent wrote; those of the newer one know both.
*/
function lengthsOf(request, maxOutput, { lengthField }) {
	const lengths = ["max_tokens", "max_completion_tokens"].filter((field) => request[field] !== void 0).map((field) => [field, clamped(request[field], maxOutput)]);
	if (lengthField === "max_completion_tokens" && lengths.length > 0) return Object.fromEntries(lengths);
	return { [lengthField]: Math.min(maxOutput, ...lengths.map(([, length]) => length)) };
}
function thinkingBelow({ reasoning, thinking, thinking_budget }, limit) {
	const below = (budget) => budgetWithin(limit, budget);
	return {
		...typeof reasoning?.max_tokens === "number" ? { reasoning: {
			...reasoning,
			max_tokens: below(reasoning.max_tokens)
		} } : {},
		...typeof thinking?.budget_tokens === "number" ? { thinking: {
			...thinking,
			budget_tokens: below(thinking.budget_tokens)
		} } : {},
		...typeof thinking_budget === "number" ? { thinking_budget: below(thinking_budget) } : {}
	};
}
/** An answer without its usage could only be estimated, so the request asks for it as OpenCode itself does. */
function usageOf({ usage }, streams) {
	switch (usage) {
		case "stream_options": return streams ? { stream_options: { include_usage: true } } : {};
		case "usage": return { usage: { include: true } };
		case "unasked": return {};
	}
}
function take$2(part, found, counts) {
	if (part["error"] !== void 0 && part["error"] !== null) found.fault ??= faultOf(part["error"]);
	for (const choice of listAt(part, "choices")) {
		const said = at(choice, "delta") ?? at(choice, "message");
		found.outputBytes += bytesOf(at(said, "content"), ...listAt(said, "content").flatMap((item) => [at(item, "text"), ...listAt(item, "thinking").map(textOf)]), at(said, "reasoning") ?? at(said, "reasoning_content"), ...listAt(said, "tool_calls").flatMap((call) => [at(call, "function", "name"), at(call, "function", "arguments")]));
		if (typeof at(choice, "finish_reason") === "string") found.finished = true;
	}
	found.tokens = chatTokens(part, counts) ?? found.tokens;
	if (found.finished && found.tokens !== null) found.complete = true;
}
const textOf = (item) => isRecord(item) ? item["text"] : void 0;

// src/gateway/protocol/azure.ts
const OWN_HOST = /^(?<resource>[a-z0-9-]+)\.(?:openai|cognitiveservices|services\.ai)\.azure\.com$/u;
/**
* The address of a request to Azure behind `base`, which is a resource's endpoint with or without `/openai` or
* `/openai/v1`, or a proxy's address that paths are added to as they are. Claude stands at another host than the rest.
* Source: Microsoft's documentation of the v1 API and of Claude in Foundry.
*/
function azureAddress(base, path) {
	const resource = OWN_HOST.exec(base.hostname)?.groups?.["resource"];
	if (resource === void 0) return new URL(`${base.origin}${base.pathname.replace(/\/$/u, "")}${path}`);
	if (path === "/messages") return new URL(`https://${resource}.services.ai.azure.com/anthropic/v1/messages`);
	const versioned = path.startsWith("/deployments/") || path.startsWith("/v1/") ? path : `/v1${path}`;
	return new URL(`${base.origin}/openai${versioned}`);
}

// src/gateway/protocol/anthropic-request.ts
const shared = { cache_control: cacheControl };
const text$1 = object({
	type: literal("text"),
	text: string(),
	...shared
});
const image = object({
	type: literal("image"),
	source: object({
		type: literal("base64", unknownType("an image from")),
		media_type: option,
		data: inlineData
	}),
	...shared
});
const source = discriminatedUnion("type", [
	object({
		type: literal("base64"),
		media_type: option,
		data: inlineData
	}),
	object({
		type: literal("text"),
		media_type: option,
		data: string()
	}),
	object({
		type: literal("content"),
		content: union([string(), array(discriminatedUnion("type", [text$1, image]))])
	})
], unknownType("a document from"));
const seen = [
	text$1,
	image,
	object({
		type: literal("document"),
		source,
		title: option,
		context: option,
		citations: anything,
		...shared
	})
];
const UNKNOWN = unknownType("content of type");
const block = discriminatedUnion("type", [
	...seen,
	object({
		type: literal("tool_use"),
		id: string(),
		name: string(),
		input: unknown(),
		...shared
	}),
	object({
		type: literal("tool_result"),
		tool_use_id: string(),
		content: union([string(), array(discriminatedUnion("type", seen, UNKNOWN))]).nullish(),
		is_error: option,
		...shared
	}),
	object({
		type: literal("thinking"),
		thinking: string(),
		signature: option
	}),
	object({
		type: literal("redacted_thinking"),
		data: option
	})
], UNKNOWN);
const tool$2 = object({
	type: literal("custom", foreignTool).nullish(),
	name: string(),
	description: option,
	input_schema: anything,
	input_examples: anything,
	strict: option,
	eager_input_streaming: option,
	...shared
});
/** What may stand in a request for a message, and nothing else. */
const anthropicRequest = object({
	model: string(),
	messages: array(object({
		role: string(),
		content: union([string(), array(block)])
	})),
	system: union([string(), array(text$1)]).nullish(),
	tools: array(tool$2).nullish(),
	tool_choice: object({
		type: string(),
		name: option,
		disable_parallel_tool_use: option
	}).nullish(),
	stream: boolean().nullish(),
	max_tokens: option,
	temperature: option,
	top_p: option,
	top_k: option,
	stop_sequences: anything,
	thinking: object({
		type: option,
		budget_tokens: number().optional(),
		display: option
	}).nullish(),
	output_config: object({
		effort: option,
		format: anything
	}).nullish(),
	output_format: anything,
	...shared
});

// src/gateway/protocol/anthropic.ts
/** Anthropic's messages, as Anthropic, Azure and Zen speak them. */
const anthropic = {
	sanitise: sanitise$2,
	createReader,
	refusal: (_status, message) => ({
		type: "error",
		error: {
			type: "invalid_request_error",
			message: quiet(message)
		}
	})
};
function sanitise$2(body, { maxOutput }) {
	const shaped = shape(anthropicRequest, body);
	if (shaped.kind === "refused") return shaped;
	const twice = sameNames((shaped.value.tools ?? []).map((tool) => tool.name));
	if (twice !== null) return twice;
	const limit = clamped(shaped.value.max_tokens, maxOutput);
	const { thinking, ...rest } = shaped.value;
	const thought = thinkingWithin(limit, thinking);
	return {
		kind: "request",
		body: {
			...rest,
			...thought,
			max_tokens: limit
		},
		maxOutput: limit,
		streams: rest.stream === true,
		dropped: [...shaped.dropped, ...thinking && thought === null ? ["thinking"] : []]
	};
}
/** Fewer tokens of thinking are refused by the provider. */
const LEAST_THINKING = 1024;
function thinkingWithin(limit, thinking) {
	if (!thinking) return null;
	if (thinking.budget_tokens === void 0) return { thinking };
	const budget = budgetWithin(limit, thinking.budget_tokens);
	return budget < LEAST_THINKING ? null : { thinking: {
		...thinking,
		budget_tokens: budget
	} };
}
function createReader() {
	let usage = {
		input: 0,
		output: 0,
		reasoning: 0,
		cacheRead: 0,
		cacheWrite: 0
	};
	const note = (said, found) => {
		const next = later(usage, said);
		if (next === null) return;
		usage = next;
		found.tokens = tokensOf({
			...usage,
			input: usage.input + usage.cacheRead + usage.cacheWrite
		});
	};
	return readParts((part, found) => {
		switch (part["type"]) {
			case "message_start": return note(at(part, "message", "usage"), found);
			case "content_block_start": return takeBlock(part["content_block"], found);
			case "content_block_delta": return takeBlock(part["delta"], found);
			case "message_delta": return note(part["usage"], found);
			case "message_stop":
				found.complete = found.closed = true;
				return;
			case "message":
				listAt(part, "content").forEach((block) => takeBlock(block, found));
				if (typeof part["stop_reason"] === "string") found.complete = true;
				return note(part["usage"], found);
			case "error":
				found.fault ??= faultOf(part["error"]);
				return;
			default: return;
		}
	});
}
function takeBlock(block, found) {
	found.outputBytes += bytesOf(at(block, "text"), at(block, "thinking"), at(block, "partial_json"), at(block, "name"));
	const input = at(block, "input");
	if (typeof input === "object" && input !== null && Object.keys(input).length > 0) found.outputBytes += bytesOf(JSON.stringify(input));
}
/** Each report replaces the numbers that it names; null for none. */
function later(before, said) {
	const numbers = {
		input: countAt(said, "input_tokens"),
		output: countAt(said, "output_tokens"),
		reasoning: countAt(said, "output_tokens_details", "thinking_tokens"),
		cacheRead: countAt(said, "cache_read_input_tokens"),
		cacheWrite: countAt(said, "cache_creation_input_tokens")
	};
	if (numbers.input === null && numbers.output === null) return null;
	return {
		input: numbers.input ?? before.input,
		output: numbers.output ?? before.output,
		reasoning: numbers.reasoning ?? before.reasoning,
		cacheRead: numbers.cacheRead ?? before.cacheRead,
		cacheWrite: numbers.cacheWrite ?? before.cacheWrite
	};
}

// src/gateway/protocol/google-request.ts
const inline = object({
	mimeType: option,
	data: inlineData
}).optional();
/** A part is what its keys are, so a key that is not known is a kind of content that is not. */
const part$1 = strictObject({
	text: string().optional(),
	thought: option,
	thoughtSignature: option,
	inlineData: inline,
	functionCall: object({
		name: string(),
		args: anything,
		id: option
	}).optional(),
	functionResponse: object({
		name: string(),
		response: anything,
		id: option,
		parts: array(strictObject({ inlineData: inline }, onlyKeys("content"))).optional()
	}).optional()
}, onlyKeys("content"));
const tool$1 = strictObject({ functionDeclarations: array(object({
	name: string(),
	description: option,
	parameters: anything,
	parametersJsonSchema: anything,
	response: anything
})).optional() }, onlyKeys("the tool"));
/** What may stand in a request to generate content, and nothing else. */
const googleRequest = object({
	contents: array(object({
		role: option,
		parts: array(part$1)
	})),
	systemInstruction: object({
		role: option,
		parts: array(part$1)
	}).nullish(),
	tools: array(tool$1).nullish(),
	toolConfig: object({ functionCallingConfig: anything }).nullish(),
	safetySettings: anything,
	generationConfig: object({
		maxOutputTokens: option,
		temperature: option,
		topP: option,
		topK: option,
		seed: option,
		stopSequences: anything,
		frequencyPenalty: option,
		presencePenalty: option,
		responseMimeType: option,
		responseSchema: anything,
		responseJsonSchema: anything,
		thinkingConfig: object({
			includeThoughts: option,
			thinkingBudget: option,
			thinkingLevel: option
		}).optional()
	}).nullish()
});

// src/gateway/protocol/google.ts
/** Google's generateContent, as Gemini and Zen speak it. */
const google = {
	sanitise: sanitise$1,
	createReader: () => readParts(take$1),
	refusal: (status, message) => ({ error: {
		code: status,
		message: quiet(message),
		status: "INVALID_ARGUMENT"
	} })
};
function sanitise$1(body, { maxOutput, streams }) {
	const shaped = shape(googleRequest, body);
	if (shaped.kind === "refused") return shaped;
	const { generationConfig, ...rest } = shaped.value;
	const names = (rest.tools ?? []).flatMap((tool) => tool.functionDeclarations ?? []).map(({ name }) => name);
	const twice = sameNames(names);
	if (twice !== null) return twice;
	const limit = clamped(generationConfig?.maxOutputTokens, maxOutput);
	return {
		kind: "request",
		body: {
			...rest,
			generationConfig: {
				...generationConfig,
				maxOutputTokens: limit
			}
		},
		maxOutput: limit,
		streams,
		dropped: shaped.dropped
	};
}
function take$1(part, found) {
	if (part["error"] !== void 0 && part["error"] !== null) found.fault ??= faultOf(part["error"]);
	found.tokens = tokensIn$1(part["usageMetadata"]) ?? found.tokens;
	if (typeof at(part, "promptFeedback", "blockReason") === "string") found.complete = true;
	for (const candidate of listAt(part, "candidates")) {
		for (const piece of listAt(candidate, "content", "parts")) found.outputBytes += sizeOf(piece);
		if (typeof at(candidate, "finishReason") === "string") found.complete = true;
	}
}
function sizeOf(piece) {
	const call = at(piece, "functionCall");
	return bytesOf(at(piece, "text"), call === void 0 ? void 0 : JSON.stringify(call));
}
function tokensIn$1(usage) {
	const [prompt, candidates] = [countAt(usage, "promptTokenCount"), countAt(usage, "candidatesTokenCount")];
	if (prompt === null && candidates === null) return null;
	const reasoning = countAt(usage, "thoughtsTokenCount") ?? 0;
	return tokensOf({
		input: prompt ?? 0,
		output: (candidates ?? 0) + reasoning,
		reasoning,
		cacheRead: countAt(usage, "cachedContentTokenCount") ?? 0,
		cacheWrite: 0
	});
}

// src/gateway/protocol/responses-request.ts
const part = discriminatedUnion("type", [
	object({
		type: literal("input_text"),
		text: string()
	}),
	object({
		type: literal("output_text"),
		text: string()
	}),
	object({
		type: literal("refusal"),
		refusal: string()
	}),
	object({
		type: literal("input_image"),
		image_url: inlineUrl,
		detail: option
	}),
	object({
		type: literal("input_file"),
		file_data: inlineUrl,
		filename: option
	}),
	object({
		type: literal("input_audio"),
		input_audio: object({
			data: inlineData,
			format: option
		})
	})
], unknownType("content of type"));
const content = union([string(), array(part)]);
const text = object({
	type: string(),
	text: string()
});
const item = discriminatedUnion("type", [
	object({
		type: literal("message").optional(),
		role: string(),
		content,
		id: option,
		phase: option
	}),
	object({
		type: literal("function_call"),
		call_id: string(),
		name: string(),
		arguments: string(),
		id: option,
		status: option
	}),
	object({
		type: literal("function_call_output"),
		call_id: string(),
		output: content,
		id: option
	}),
	object({
		type: literal("reasoning"),
		summary: array(text),
		content: array(text).nullish(),
		encrypted_content: option,
		id: option
	})
], unknownType("an item of type"));
const tool = object({
	type: literal("function", foreignTool),
	name: string(),
	description: option,
	parameters: anything,
	strict: option
});
const ENCRYPTED = "reasoning.encrypted_content";
/** What may stand in a request for a response, and nothing else. Answers are not kept, so reasoning comes back encrypted. */
const responsesRequest = object({
	model: string(),
	input: union([string(), array(item)]),
	instructions: option,
	tools: array(tool).nullish(),
	tool_choice: union([string(), object({
		type: literal("function", foreignTool),
		name: string()
	})]).nullish(),
	parallel_tool_calls: option,
	stream: boolean().nullish(),
	max_output_tokens: option,
	temperature: option,
	top_p: option,
	text: object({
		format: anything,
		verbosity: option
	}).nullish(),
	reasoning: object({
		effort: option,
		summary: option
	}).nullish(),
	include: array(string()).transform((names) => names.filter((name) => name === ENCRYPTED)).nullish(),
	prompt_cache_key: option,
	truncation: option,
	user: option
});

// src/gateway/protocol/responses.ts
/** OpenAI's responses, as OpenAI, Azure, xAI and Zen speak them. */
const responses = {
	sanitise,
	createReader: () => readParts(take),
	refusal: (_status, message) => ({ error: {
		message: quiet(message),
		type: "invalid_request_error",
		param: null,
		code: null
	} })
};
function sanitise(body, { maxOutput }) {
	const shaped = shape(responsesRequest, body);
	if (shaped.kind === "refused") return shaped;
	const request = shaped.value;
	const twice = sameNames((request.tools ?? []).map((tool) => tool.name));
	if (twice !== null) return twice;
	const limit = clamped(request.max_output_tokens, maxOutput);
	return {
		kind: "request",
		body: {
			...request,
			max_output_tokens: limit,
			store: false
		},
		maxOutput: limit,
		streams: request.stream === true,
		dropped: shaped.dropped.filter((name) => name !== "store" || body["store"] === true)
	};
}
function take(part, found) {
	const type = part["type"];
	if (typeof type !== "string") return takeEnd(part, found);
	switch (type) {
		case "response.completed":
		case "response.incomplete":
		case "response.failed":
			found.closed = true;
			return takeEnd(part["response"], found);
		case "error":
			found.fault ??= faultOf(part["error"] ?? part);
			return;
		case "response.output_item.added":
			found.outputBytes += bytesOf(at(part, "item", "name"));
			return;
		default:
			if (type.endsWith(".delta")) found.outputBytes += bytesOf(part["delta"]);
			return;
	}
}
/** The whole response, which ends a stream and is a document of its own. */
function takeEnd(response, found) {
	const error = at(response, "error");
	if (error !== void 0 && error !== null) found.fault ??= faultOf(error);
	found.tokens = tokensIn(at(response, "usage")) ?? found.tokens;
	const status = at(response, "status");
	if (status === "completed" || status === "incomplete") found.complete = true;
	if (found.outputBytes === 0) found.outputBytes = bytesOf(...listAt(response, "output").flatMap(stringsOf));
}
function stringsOf(item) {
	return [
		...[...listAt(item, "content"), ...listAt(item, "summary")].map((part) => at(part, "text")),
		at(item, "name"),
		at(item, "arguments")
	];
}
function tokensIn(usage) {
	const [input, output] = [countAt(usage, "input_tokens"), countAt(usage, "output_tokens")];
	if (input === null && output === null) return null;
	return tokensOf({
		input: input ?? 0,
		output: output ?? 0,
		reasoning: countAt(usage, "output_tokens_details", "reasoning_tokens") ?? 0,
		cacheRead: countAt(usage, "input_tokens_details", "cached_tokens") ?? 0,
		cacheWrite: countAt(usage, "input_tokens_details", "cache_write_tokens") ?? 0
	});
}

// src/gateway/protocol/endpoints.ts
/** Chat completions, in the provider's own dialect. */
const chatEndpoint = (protocol = chat) => ({
	path: /^\/chat\/completions$/u,
	protocol,
	credential: "bearer",
	streams: null,
	query: []
});
/** OpenAI's responses. */
const responsesEndpoint = {
	path: /^\/responses$/u,
	protocol: responses,
	credential: "bearer",
	streams: null,
	query: []
};
/** Anthropic's messages. */
const messagesEndpoint = {
	path: /^\/messages$/u,
	protocol: anthropic,
	credential: "x-api-key",
	streams: null,
	query: []
};
/** Google's two ways to ask, whole and streamed. */
const googleEndpoints = [googleEndpoint(false), googleEndpoint(true)];
function googleEndpoint(streams) {
	return {
		path: streams ? /^\/models\/(?<model>[A-Za-z0-9][\w.-]*):streamGenerateContent$/u : /^\/models\/(?<model>[A-Za-z0-9][\w.-]*):generateContent$/u,
		protocol: google,
		credential: "x-goog-api-key",
		streams,
		query: ["alt"]
	};
}
/** Azure's paths, some of which name the deployment, which is what Azure calls a model of one's own. */
function azureEndpoints(chat) {
	const azure = {
		credential: "api-key",
		streams: null,
		query: ["api-version"]
	};
	return [
		{
			...azure,
			path: /^(?:\/v1)?\/chat\/completions$/u,
			protocol: chat
		},
		{
			...azure,
			path: /^(?:\/v1)?\/responses$/u,
			protocol: responses
		},
		{
			...azure,
			path: /^\/deployments\/(?<model>[A-Za-z0-9][\w.-]*)\/chat\/completions$/u,
			protocol: chat
		},
		{
			...azure,
			path: /^\/deployments\/(?<model>[A-Za-z0-9][\w.-]*)\/responses$/u,
			protocol: responses
		},
		messagesEndpoint
	];
}

// src/gateway/providers.ts
/** Addresses as OpenCode's own clients have them. */
const PROVIDERS = {
	anthropic: {
		upstream: "https://api.anthropic.com/v1",
		endpoints: [messagesEndpoint]
	},
	openai: {
		upstream: "https://api.openai.com/v1",
		endpoints: [responsesEndpoint, chatEndpoint(openaiChat)]
	},
	google: {
		upstream: "https://generativelanguage.googleapis.com/v1beta",
		endpoints: googleEndpoints
	},
	openrouter: {
		upstream: "https://openrouter.ai/api/v1",
		endpoints: [chatEndpoint(openrouterChat)]
	},
	opencode: {
		upstream: "https://opencode.ai/zen/v1",
		endpoints: [
			chatEndpoint(),
			responsesEndpoint,
			messagesEndpoint,
			...googleEndpoints
		],
		keyless: "public"
	},
	groq: {
		upstream: "https://api.groq.com/openai/v1",
		endpoints: [chatEndpoint(groqChat)]
	},
	xai: {
		upstream: "https://api.x.ai/v1",
		endpoints: [chatEndpoint(xaiChat), responsesEndpoint]
	},
	deepseek: {
		upstream: "https://api.deepseek.com",
		endpoints: [chatEndpoint()]
	},
	mistral: {
		upstream: "https://api.mistral.ai/v1",
		endpoints: [chatEndpoint(mistralChat)]
	},
	azure: {
		upstream: null,
		endpoints: azureEndpoints(openaiChat)
	}
};
/** The provider of that id; one that is not in the table speaks chat completions at its `base-url`. */
function providerOf(id, baseUrl) {
	const known = (Object.hasOwn(PROVIDERS, id) ? PROVIDERS[id] : void 0) ?? {
		upstream: null,
		endpoints: [chatEndpoint()]
	};
	return {
		id,
		upstream: baseUrl ?? known.upstream,
		endpoints: known.endpoints,
		keyless: known.keyless ?? null
	};
}
/** Where a request goes, or null for one that is not to generate an answer. `url` is what follows the provider's prefix. */
function route(provider, method, url) {
	if (method !== "POST" || provider.upstream === null || !URL.canParse(provider.upstream)) return null;
	const [path = "", search = ""] = url.split("?", 2);
	const endpoint = provider.endpoints.find((candidate) => candidate.path.test(path));
	if (endpoint === void 0) return null;
	const { protocol, streams, credential } = endpoint;
	const target = addressOf(provider, new URL(provider.upstream), path);
	for (const [name, value] of new URLSearchParams(search)) if (endpoint.query.includes(name)) target.searchParams.set(name, value);
	const model = endpoint.path.exec(path)?.groups?.["model"] ?? null;
	return {
		protocol,
		url: target.href,
		model,
		streams,
		credential
	};
}
/** The query of a `base-url` is the owner's and stays. */
function addressOf(provider, base, path) {
	const target = provider.id === "azure" ? azureAddress(base, path) : new URL(`${base.origin}${base.pathname.replace(/\/$/u, "")}${path}`);
	target.search = base.search;
	return target;
}
/** The model that a request asks for, as the provider names it. */
function modelOf(route, body) {
	if (route.model !== null) return route.model;
	return typeof body["model"] === "string" ? body["model"] : null;
}
/** The provider's own credential; no header where there is no key. */
function credentialHeaders(provider, route, key) {
	const value = key === null || key === "" ? provider.keyless : key;
	if (value === null) return {};
	return route.credential === "bearer" ? { authorization: `Bearer ${value}` } : { [route.credential]: value };
}
/**
* What a provider may learn of the agent's headers: the kind of the content, the version of the protocol, and the
* session's random name, by which some choose the machine that has the prompt cached.
*/
const PASSED = /^(?:content-type|accept|user-agent|anthropic-version|http-referer|x-title|x-session-(?:id|affinity)|x-opencode-(?:client|project|request|session))$/u;
/** Betas of Anthropic's that change the form of an answer and neither its price nor what it reaches. */
const BETAS = /^(?:structured-outputs|interleaved-thinking|fine-grained-tool-streaming|effort|token-efficient-tools)-[\d-]+$/u;
/** Those of the agent's headers that may pass; never a credential, whatever it is called. */
function passedHeaders(headers) {
	const passed = {};
	for (const [name, value] of Object.entries(headers)) if (PASSED.test(name) && typeof value === "string") passed[name] = value;
	const harmless = String(headers["anthropic-beta"] ?? "").split(",").map((beta) => beta.trim()).filter((beta) => BETAS.test(beta));
	return harmless.length === 0 ? passed : {
		...passed,
		"anthropic-beta": harmless.join(",")
	};
}
/** The base URL to give OpenCode for a provider; its clients append the endpoints' paths to it as they are. */
function openCodeBase(provider, origin) {
	return `${origin}/${encodeURIComponent(provider.id)}`;
}
/** Providers that want requests signed or tokens exchanged, which a key in a header cannot do. */
const SIGNING = /^(?:amazon-bedrock.*|google-vertex.*|github-copilot.*|github-models|sap-ai-core|gitlab|cloudflare-ai-gateway|snowflake-cortex)$/u;
/** Why a provider cannot be used and the way round it; null for one that can. */
function refusedProvider(id) {
	if (!SIGNING.test(id)) return null;
	return `${id} takes more than a key in a header. Run an OpenAI-compatible proxy such as LiteLLM in front of it and set \`base-url\`.`;
}

// src/agent/provider-status.ts
/** What a provider's status means for a run, whoever saw it; null for one that means nothing by itself. */
function categoryOfStatus(status) {
	if (status === 401 || status === 403) return "auth";
	if (status === 404) return "model-not-found";
	if (status === 402 || status === 429 || status === 503 || status === 529) return "usage-limit";
	return status >= 500 ? "stream-lost" : null;
}

// src/gateway/patience.ts
/** Milliseconds before a failed request is tried again, where the provider names no time. */
const BACK_OFF = 1e3;
/** A provider that asks for more is not waited for; milliseconds. */
const LONGEST_WAIT = 6e4;
/**
* Milliseconds to wait before the one retry of a request; null when it is not worth it: the provider asks for longer than
* is waited for, or the run would be over before.
*/
function waitBeforeRetry(asked, { deadline, patience }) {
	const wait = asked ?? BACK_OFF;
	return wait > patience || Date.now() + wait >= deadline ? null : wait;
}
/** Resolves to false when nobody waits for the answer any more. */
async function waited(wait, signal) {
	return await setTimeout(wait, true, { signal }).catch(() => false);
}
/** `about 1 h`, `90 s`. */
function inWords(wait) {
	const seconds = Math.ceil(wait / 1e3);
	if (seconds < 120) return `${seconds} s`;
	return seconds < 7200 ? `about ${Math.round(seconds / 60)} min` : `about ${Math.round(seconds / 3600)} h`;
}

export { categoryOfStatus as a, openCodeBase as c, refusedProvider as d, route as f, Order as h, waited as i, passedHeaders as l, Notice as m, inWords as n, credentialHeaders as o, chat as p, waitBeforeRetry as r, modelOf as s, LONGEST_WAIT as t, providerOf as u };