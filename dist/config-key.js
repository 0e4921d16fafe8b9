import { t as Failure } from "./failure2.js";
import { n as isKnownProvider, t as PROVIDER_KEYS } from "./config-providers.js";

// src/config/key.ts
/**
* The keys for the configured models: the `api-key` input for the provider of `model`, the usual variables for every
* other. Read after the gate alone. A model that no key reaches is a `bad-input` Failure.
*/
function resolveKeys(settings, apiKey, environment) {
	const keys = {};
	for (const [provider, variables] of Object.entries(PROVIDER_KEYS)) {
		const value = variables.map((name) => environment[name]).find((key) => key !== void 0 && key !== "");
		if (value !== void 0) keys[provider] = value;
	}
	const main = providerOf(settings.model);
	if (apiKey !== "" && main === null) throw new Failure("bad-input", "`api-key` is set without `model`, so it is not known whose key it is.", { hint: "Set `model` to `provider/model`, or give the key as the provider’s own variable in `env`." });
	if (apiKey !== "" && main !== null) keys[main] = apiKey;
	if (settings.baseUrl === null) {
		demandKey("model", settings.model, keys);
		demandKey("review-model", settings.reviewModel, keys);
	}
	return keys;
}
/** Provider id of `provider/model`. */
function providerOf(model) {
	return model === null ? null : model.split("/")[0] ?? null;
}
function demandKey(input, model, keys) {
	const provider = providerOf(model);
	if (provider === "opencode") return;
	if (provider === null) {
		if (Object.keys(keys).length > 0) return;
		throw new Failure("bad-input", "`api-key` is missing: no key of any provider was given.", { hint: `Set \`api-key\` and \`model\`, or one of ${variableNames()} in the step’s \`env\`.` });
	}
	if (keys[provider] !== void 0) return;
	const variables = isKnownProvider(provider) ? PROVIDER_KEYS[provider].join(" or ") : null;
	throw new Failure("bad-input", `\`api-key\` is missing for \`${input}\` “${model}”.`, { hint: variables === null ? `The provider “${provider}” is not one of ${Object.keys(PROVIDER_KEYS).join(", ")}: set \`base-url\` to its OpenAI-compatible endpoint.` : `Set the \`api-key\` input or ${variables} in the step’s \`env\`, from a repository secret.` });
}
function variableNames() {
	return Object.values(PROVIDER_KEYS).map(([first]) => first).join(", ");
}

export { resolveKeys };