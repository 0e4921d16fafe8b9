// src/config/providers.ts
/**
* Providers that OpenCode knows by itself, with the environment variables that hold their key. Of several variables the
* first one set counts. Source: the providers' own documentation, as collected in OpenCode's model list.
*/
const PROVIDER_KEYS = {
	anthropic: ["ANTHROPIC_API_KEY"],
	openai: ["OPENAI_API_KEY"],
	google: [
		"GOOGLE_GENERATIVE_AI_API_KEY",
		"GEMINI_API_KEY",
		"GOOGLE_API_KEY"
	],
	openrouter: ["OPENROUTER_API_KEY"],
	opencode: ["OPENCODE_API_KEY"],
	groq: ["GROQ_API_KEY"],
	xai: ["XAI_API_KEY"],
	deepseek: ["DEEPSEEK_API_KEY"],
	mistral: ["MISTRAL_API_KEY"],
	azure: ["AZURE_API_KEY"]
};
function isKnownProvider(id) {
	return Object.hasOwn(PROVIDER_KEYS, id);
}

export { isKnownProvider as n, PROVIDER_KEYS as t };