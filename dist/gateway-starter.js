import { n as gatewayEnvironment } from "./config-environment2.js";
import { n as Failure } from "./failure2.js";
import { l as providerOf$1, m as Notice, s as openCodeBase, t as LONGEST_WAIT, u as refusedProvider } from "./gateway-patience.js";
import { n as isKnownProvider, t as PROVIDER_KEYS } from "./config-providers2.js";
import { t as MODEL_INPUT } from "./config-roles.js";
import { o as markOf } from "./sandbox-marked-processes2.js";
import { t as execa } from "./execa.js";
import { t as serverOf } from "./agent-server-of.js";
import { join } from "node:path";
import { randomBytes } from "node:crypto";

// src/config/key.ts
/** OpenCode's own provider: its free models need no key. */
const FREE = "opencode";
/**
* The providers of the configured models with their keys: the `api-key` input for the provider of `model`, the usual
* variables for every other. Read after the gate alone. A model that no key reaches is a `bad-input` Failure.
*/
function resolveProviders(settings, apiKey, environment) {
	const keys = keysIn(environment);
	const main = settings.mainModel === null ? null : providerOf(settings.mainModel);
	if (apiKey !== "" && main === null) throw new Failure("bad-input", "`api-key` is set without `model`, so it is not known whose key it is.", { hint: "Set `model` to `provider/model`, or give the key as the provider’s own variable in `env`." });
	if (apiKey !== "" && main !== null) keys.set(main, apiKey);
	demandReach(settings, keys);
	return {
		all: [.../* @__PURE__ */ new Set([
			...Object.values(settings.modelsOf).flat().map(providerOf),
			...keys.keys(),
			FREE
		])].map((id) => ({
			id,
			baseUrl: isBehindBaseUrl(id, settings) ? settings.baseUrl : null,
			key: keys.get(id) ?? null
		})),
		preferred: [...keys.keys()][0] ?? null
	};
}
function keysIn(environment) {
	const keys = /* @__PURE__ */ new Map();
	for (const [provider, variables] of Object.entries(PROVIDER_KEYS)) {
		const value = variables.map((name) => environment[name]).find((key) => key !== void 0 && key !== "");
		if (value !== void 0) keys.set(provider, value);
	}
	return keys;
}
/** `base-url` is the address of the provider of `model`, and of every one that OpenCode does not know by itself. */
function isBehindBaseUrl(id, { mainModel }) {
	return id === providerOf(mainModel ?? "") || !isKnownProvider(id) && id !== FREE;
}
/** Provider id of `provider/model`. */
function providerOf(model) {
	return model.split("/")[0] ?? "";
}
function demandReach(settings, keys) {
	const named = namedModels(settings.modelsOf);
	for (const { input, model } of named) {
		if (settings.baseUrl !== null && isBehindBaseUrl(providerOf(model), settings)) continue;
		demandPassable(input, model);
		demandKey(input, model, keys);
	}
	if (named.length > 0 || keys.size > 0 || settings.baseUrl !== null) return;
	throw new Failure("bad-input", "`api-key` is missing: no key of any provider was given.", { hint: `Set \`api-key\` and \`model\`, or one of ${variableNames()} in the step’s \`env\`.` });
}
/** Each model once, under the name of the first place that names it. */
function namedModels(modelsOf) {
	const places = /* @__PURE__ */ new Map();
	const name = (models, place) => {
		for (const model of models) if (!places.has(model)) places.set(model, place);
	};
	for (const role of [
		"coder",
		"planner",
		"reviewer"
	]) name(modelsOf[role], MODEL_INPUT[role]);
	for (const role of ["searcher", "advisor"]) name(modelsOf[role], `roles.${role}.model`);
	return [...places].map(([model, input]) => ({
		input,
		model
	}));
}
/** The budget holds because every request passes the gateway; a provider that it cannot serve is not served. */
function demandPassable(input, model) {
	const wayRound = refusedProvider(providerOf(model));
	if (wayRound === null) return;
	throw new Failure("bad-input", `\`${input}\` is “${model}”, whose provider signs requests in a way of its own.`, { hint: wayRound });
}
function demandKey(input, model, keys) {
	const provider = providerOf(model);
	if (provider === FREE || keys.has(provider)) return;
	const variables = isKnownProvider(provider) ? PROVIDER_KEYS[provider].join(" or ") : null;
	throw new Failure("bad-input", `\`api-key\` is missing for \`${input}\` “${model}”.`, { hint: variables === null ? `The provider “${provider}” is not one of ${Object.keys(PROVIDER_KEYS).join(", ")}: set \`base-url\` to its OpenAI-compatible endpoint.` : `Set the \`api-key\` input or ${variables} in the step’s \`env\`, from a repository secret.` });
}
function variableNames() {
	return Object.values(PROVIDER_KEYS).map(([first]) => first).join(", ");
}

// src/gateway/within.ts
/** Null when the time is up before. */
async function within(milliseconds, promise) {
	let timer;
	const late = new Promise((resolve) => timer = setTimeout(() => resolve(null), milliseconds));
	return await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

// src/gateway/gateway.ts
/** The role in whose name the requests of a server come: its sessions share one placeholder. */
const HOLDERS = {
	coder: "coder",
	judges: "reviewer"
};
const START_LIMIT = 15e3;
const SETTLE_LIMIT = 5e3;
/** Without it a signal makes Node listen for a debugger, which can read the keys. */
const NO_DEBUGGER = "--disable-sigusr1";
/** Starts the gateway in a process of its own and hands it the keys on its standard input. */
async function startGateway(options) {
	const { providers, limits, deadline, patience, record } = options;
	const placeholders = Object.fromEntries(Object.entries(HOLDERS).map(([server, role]) => [role, `pw-${server}-${randomBytes(24).toString("hex")}`]));
	const [node, script] = options.program;
	const child = execa(node, [NO_DEBUGGER, script], {
		env: options.env,
		extendEnv: false,
		stdin: "pipe",
		stdout: "pipe",
		stderr: "pipe",
		buffer: false,
		reject: false,
		forceKillAfterDelay: 500
	});
	const order = (one) => void child.stdin.write(`${JSON.stringify(one)}\n`);
	const listeners = createListeners(options.log);
	listeners.follow(child.iterable({ from: "stdout" }));
	logLines(child.iterable({ from: "stderr" }), options.log);
	child.stdin.on("error", () => void 0);
	order({
		kind: "start",
		providers,
		placeholders,
		limits,
		deadline,
		patience,
		record
	});
	const down = child.then(({ exitCode, signal }) => listeners.down(`${exitCode ?? signal ?? "unknown"}`));
	const port = await within(START_LIMIT, Promise.race([listeners.listening, down.then(() => null)]));
	if (port === null) {
		child.kill("SIGKILL");
		throw new Failure("runtime-missing", "The model gateway did not start.", { hint: "Run it again; the log of the run has what the gateway printed." });
	}
	const origin = `http://127.0.0.1:${port}`;
	const baseUrls = Object.fromEntries(providers.map(({ id, baseUrl }) => [id, openCodeBase(providerOf$1(id, baseUrl), origin)]));
	return {
		access: (server) => ({
			placeholder: placeholders[HOLDERS[server]] ?? "",
			baseUrls
		}),
		allow: (server, models) => order({
			kind: "allow",
			role: HOLDERS[server],
			models
		}),
		watch: (watcher) => listeners.add(watcher),
		async settled(role) {
			const id = listeners.nextFlush();
			order({
				kind: "flush",
				id,
				role: HOLDERS[serverOf(role)]
			});
			await within(SETTLE_LIMIT, Promise.race([listeners.flushed(id), down]));
		},
		[Symbol.asyncDispose]: async () => {
			listeners.expectEnd();
			child.stdin.end();
			if (await within(1e3, down.then(() => true)) === null) child.kill("SIGKILL");
			await child;
		}
	};
}
function createListeners(log) {
	const watchers = [];
	const flushes = /* @__PURE__ */ new Map();
	const listening = Promise.withResolvers();
	let ending = false;
	let end = null;
	let last = 0;
	const hear = (notice) => {
		switch (notice.kind) {
			case "listening": return listening.resolve(notice.port);
			case "flushed": return flushes.get(notice.id)?.();
			case "refused": return log(`The model gateway refused a request${notice.role === null ? "" : ` of the ${notice.role}`}: ${notice.reason}`);
			case "request": return watchers.forEach((watcher) => watcher.onRequest(notice));
			case "fault": return watchers.forEach((watcher) => watcher.onFault(notice));
		}
	};
	return {
		listening: listening.promise,
		add: (watcher) => {
			watchers.push(watcher);
			if (end !== null) watcher.onFault(end);
		},
		nextFlush: () => last += 1,
		flushed: (id) => new Promise((resolve) => flushes.set(id, resolve)),
		expectEnd: () => void (ending = true),
		/** Without the gateway no model can be asked. */
		down: (how) => {
			if (ending) return;
			end = {
				category: "unknown",
				message: `The model gateway ended in the middle of the run (${how}).`,
				final: true,
				role: null,
				root: null
			};
			for (const watcher of watchers) watcher.onFault(end);
		},
		async follow(lines) {
			for await (const line of lines) {
				const notice = Notice.safeParse(parse(line));
				if (notice.success) hear(notice.data);
			}
		}
	};
}
async function logLines(lines, log) {
	for await (const line of lines) log(`gateway: ${line}`);
}
function parse(line) {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}

// src/gateway/starter.ts
/** Makes gateways of what the step was given. */
function createGatewayStarter(options) {
	const { given, program, addSecrets, log } = options;
	return {
		readProviders(settings) {
			const providers = resolveProviders(settings, given.apiKey, given.environment);
			addSecrets(providers.all.flatMap(({ key }) => key === null ? [] : [key]));
			return providers;
		},
		startGateway: ({ all }, { budget, idleTimeout, record }, deadline) => startGateway({
			program,
			env: {
				...gatewayEnvironment(given.environment),
				...markOf(options.mark, "gateway")
			},
			providers: all,
			limits: budget,
			deadline,
			patience: Math.min(LONGEST_WAIT, idleTimeout / 2),
			record: record ? join(options.record, "exchanges") : null,
			log
		})
	};
}

export { createGatewayStarter };