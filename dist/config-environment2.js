// src/config/environment.ts
/**
* What the agent, `setup` and checks inherit of the runner's environment: where programs are, language and time zone,
* how to reach a package registry. An allow list, so that a credential nobody thought of is not in it.
*/
const INHERITED = /^(?:PATH|LANG|LC_[A-Z]+|TZ|SHELL|CI|(?:HTTPS?|NO|ALL)_PROXY|SSL_CERT_(?:FILE|DIR)|NODE_EXTRA_CA_CERTS|(?:JAVA|GOROOT|DOTNET|ANDROID|GRADLE|MAVEN|RUSTUP|PYENV|NVM|VOLTA)_?(?:HOME|ROOT|DIR|SDK_ROOT)?(?:_\w+_X64|_\w+_ARM64)?|GOROOT|GOPROXY|GOFLAGS|PIP_INDEX_URL|npm_config_registry)$/i;
/** Tools that keep what they need below the home directory, which the agent does not get. */
const TOOL_HOMES = {
	RUSTUP_HOME: ".rustup",
	PYENV_ROOT: ".pyenv"
};
/** The environment of everything that the change can influence; `home` is a directory of its own. */
function confinedEnvironment(environment, home) {
	const inherited = {};
	for (const [name, value] of Object.entries(environment)) if (value !== void 0 && INHERITED.test(name)) inherited[name] = withoutCredentials(value);
	for (const [name, directory] of Object.entries(TOOL_HOMES)) if (environment["HOME"] !== void 0) inherited[name] ??= `${environment["HOME"]}/${directory}`;
	return {
		...inherited,
		CI: "true",
		HOME: home,
		TMPDIR: `${home}/tmp`
	};
}
/** Addresses of proxies and registries may carry a name and a password. */
function withoutCredentials(value) {
	return value.replace(/^(\w+:\/\/)[^/@\s]+@/, "$1");
}
/** Names that carry credentials of the runner, of the Action's inputs or of a model provider. */
const CREDENTIAL = /^(?:INPUT_|ACTIONS_|GITHUB_|RUNNER_|.*(?:TOKEN|SECRET|PASSWORD|API_KEY|CREDENTIALS?)(?:_|$))/i;
/** The environment of programs of the runner's own that trusted code starts, npm for one: all but credentials. */
function toolEnvironment(environment) {
	const kept = {};
	for (const [name, value] of Object.entries(environment)) if (value !== void 0 && !CREDENTIAL.test(name)) kept[name] = value;
	return kept;
}
/** What a trusted program needs to reach the network: proxies and certificates. */
function networkEnvironment(environment) {
	const wanted = /^(?:(?:HTTPS?|NO|ALL)_PROXY|SSL_CERT_(?:FILE|DIR)|GIT_SSL_CAINFO)$/i;
	return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== void 0 && wanted.test(name) ? [[name, value]] : []));
}
/** What the gateway's process needs to reach providers; Node takes proxies from the environment where it is told to. */
function gatewayEnvironment(environment) {
	const certificates = environment["NODE_EXTRA_CA_CERTS"];
	return {
		...networkEnvironment(environment),
		...certificates === void 0 ? {} : { NODE_EXTRA_CA_CERTS: certificates },
		NODE_USE_ENV_PROXY: "1"
	};
}

export { toolEnvironment as i, gatewayEnvironment as n, networkEnvironment as r, confinedEnvironment as t };