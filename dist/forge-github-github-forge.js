import { i as __toESM } from "./rolldown-runtime.js";
import { n as Failure } from "./failure2.js";
import { Gt as array, Kn as number, Yt as boolean, ar as string, qn as object } from "./zod.js";
import { a as legacyRestEndpointMethods, i as paginateRest, n as require_light, r as requestLog, s as Octokit$1, t as retry } from "./octokit-plugin-retry.js";
import { m as standing, u as logLine } from "./text-sinks.js";
import { n as imagesInHtml } from "./text-image-addresses.js";

// src/forge/github/download.ts
/** The bytes of an answer as they come; who stops listening ends the download. */
async function* piecesOf({ body }) {
	if (body === null) return;
	for await (const piece of body) {
		const bytes = piece;
		if (bytes instanceof Uint8Array) yield bytes;
	}
}

// src/forge/github/attachments.ts
const MOST_REDIRECTS = 3;
const LEADS_AWAY = "it leads away from GitHub’s attachments";
const answered = (status) => `GitHub answered ${status}`;
/** To who has no session of a browser, private attachments are not there, or at the login. */
const HIDDEN = [
	answered(401),
	answered(403),
	answered(404),
	LEADS_AWAY
];
/** Attachments of issues and comments as they stand in texts: the newer form, and the one before. */
const ON_SERVER = /^\/user-attachments\/assets\/[\w-]+$|^\/[\w.-]+\/[\w.-]+\/assets\/\d+\/[\w-]+$/;
/** The form of older Enterprise Servers. */
const IN_STORAGE = /^\/storage\/user\/\d+\/files\/[\w-]+$/;
const GITHUB_IMAGES = ["https://user-images.githubusercontent.com", "https://private-user-images.githubusercontent.com"];
/** The bucket that github.com hands uploads out from; a bucket's name belongs to one owner. */
const GITHUB_BUCKET = "https://github-production-user-asset-6210df.s3.amazonaws.com";
/** Where the server behind an API keeps what people attach. */
function placesOf(apiUrl) {
	const { protocol, hostname, host, origin } = new URL(apiUrl);
	if (hostname === "api.github.com") return {
		server: "https://github.com",
		images: GITHUB_IMAGES,
		redirects: [GITHUB_BUCKET]
	};
	return {
		server: hostname.endsWith(".ghe.com") ? origin.replace("://api.", "://") : origin,
		images: [`${protocol}//media.${host}`],
		redirects: []
	};
}
function attachmentCalls(places, { token, fetch, timeLimit }) {
	/** Null for an address that is no attachment; a redirect may lead to a few places more. */
	const addressed = (address, redirected) => {
		const url = URL.parse(address);
		if (url === null || url.username !== "" || url.password !== "") return null;
		if (url.origin === places.server) return ON_SERVER.test(url.pathname) || IN_STORAGE.test(url.pathname) ? url : null;
		return places.images.includes(url.origin) || redirected && places.redirects.includes(url.origin) ? url : null;
	};
	const follow = async (from, signal) => {
		let url = from;
		for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
			const headers = url.origin === places.server ? { authorization: `Bearer ${token}` } : {};
			const response = await fetch(url.href, {
				headers,
				signal,
				redirect: "manual"
			});
			if (response.ok) return response;
			await response.body?.cancel();
			if (response.status < 300 || response.status > 399) return answered(response.status);
			const location = response.headers.get("location") ?? "";
			const next = URL.canParse(location, url.href) ? addressed(new URL(location, url).href, true) : null;
			if (next === null) return LEADS_AWAY;
			url = next;
		}
		return "it leads from one address to the next";
	};
	return { async attachment(address, limit) {
		const url = addressed(address, false);
		if (url === null) return { kind: "foreign" };
		const refused = (why) => ({
			kind: "refused",
			why,
			hidden: HIDDEN.includes(why)
		});
		try {
			const response = await follow(url, AbortSignal.timeout(timeLimit));
			if (typeof response === "string") return refused(response);
			const bytes = await readWithin(response, limit);
			if (bytes === null) return refused(`it is larger than ${megabytes(limit)}`);
			const mime = mimeOf(bytes);
			return mime === null ? refused("it is not a PNG, JPEG, GIF or WebP image") : {
				kind: "image",
				mime,
				bytes
			};
		} catch (error) {
			return refused(wordsOf$1(error));
		}
	} };
}
/** Null as soon as there is more than the limit, whatever the server said before. */
async function readWithin(response, limit) {
	const pieces = [];
	let size = 0;
	for await (const piece of piecesOf(response)) {
		size += piece.byteLength;
		if (size > limit) return null;
		pieces.push(piece);
	}
	return Buffer.concat(pieces);
}
/** By how the file begins; what a server or a name says of it does not count. */
function mimeOf(bytes) {
	const start = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
	if (start.startsWith("PNG\r\n\n")) return "image/png";
	if (start.startsWith("ÿØÿ")) return "image/jpeg";
	if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) return "image/gif";
	return start.startsWith("RIFF") && start.slice(8, 12) === "WEBP" ? "image/webp" : null;
}
function megabytes(bytes) {
	return `${Math.round(bytes / 1024 / 1024 * 10) / 10} MB`;
}
function wordsOf$1(error) {
	if (error instanceof Error && error.name === "TimeoutError") return "it did not come in time";
	return `it could not be downloaded (${error instanceof Error ? error.message : String(error)})`;
}

// src/forge/github/attempt.ts
/** Makes a request; whatever goes wrong and is not an expected ending becomes a Failure, here and nowhere else. */
async function attempt(purpose, request, endings = {}) {
	try {
		return await request();
	} catch (error) {
		const ending = endingFor(statusOf$1(error), endings);
		if (ending !== void 0 && !isRateLimit(error)) return await ending(wordsOf(error));
		throw error instanceof Failure ? error : failureOf(error, purpose);
	}
}
function statusOf$1(error) {
	return error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : null;
}
function endingFor(status, endings) {
	switch (status) {
		case null: return;
		case 403:
		case 404:
		case 409:
		case 410:
		case 422: return endings[status];
		default: return;
	}
}
function failureOf(error, { to, needs }) {
	const status = statusOf$1(error);
	const because = (why) => `Could not ${to}: ${why}`;
	const words = wordsOf(error);
	if (status === null) return new Failure("forge", because(words), {
		hint: "Run again; the log has the details.",
		cause: error
	});
	if (status === 401) return new Failure("auth", because(`GitHub does not accept the token (401 ${words})`), {
		hint: "Check `github-token`: it is wrong, has expired, or belongs to another server than GITHUB_API_URL names.",
		cause: error
	});
	if (isRateLimit(error)) return new Failure("forge", because(`GitHub's rate limit does not lift soon (${status} ${words})`), {
		hint: "Run again when the limit has lifted; a `github-token` of its own has its own limit.",
		cause: error
	});
	if (status >= 500) {
		const hint = "Run again; https://www.githubstatus.com tells whether GitHub has trouble.";
		const why = headersOf(error) === null ? `GitHub did not answer (${words})` : `GitHub failed (${status} ${words})`;
		return new Failure("forge", because(why), {
			hint,
			cause: error
		});
	}
	const hint = status === 422 ? "GitHub's words above name the field or the rule." : `Give the job \`permissions: ${needs}\`, or \`github-token\` a token that has it.`;
	return new Failure("forge", because(`GitHub answered ${status} ${words}`), {
		hint,
		cause: error
	});
}
function isRateLimit(error) {
	if (statusOf$1(error) === 429) return true;
	const headers = headersOf(error);
	return statusOf$1(error) === 403 && headers !== null && (headers["retry-after"] !== void 0 || String(headers["x-ratelimit-remaining"]) === "0");
}
/** Null when no answer came. */
function headersOf(error) {
	if (!(error instanceof Error) || !("response" in error)) return null;
	const { response } = error;
	if (typeof response !== "object" || response === null || !("headers" in response)) return null;
	const { headers } = response;
	return typeof headers === "object" && headers !== null ? { ...headers } : null;
}
/** GitHub's own, on one line and without the link to the documentation. */
function wordsOf(error) {
	if (!(error instanceof Error)) return String(error);
	if (error.cause instanceof Error && error.cause.name === "TimeoutError") return "no answer in time";
	return error.message.replace(/ - https:\/\/\S+$/, "").replaceAll(/\s+/g, " ").slice(0, 300);
}

// src/forge/github/branches.ts
/** The API lists no more changed files of a comparison, and does not say so. */
const MOST_FILES = 300;
const UNRELATED = {
	descends: false,
	commits: [],
	paths: null
};
function branchCalls({ octokit, at }) {
	const { git } = octokit.rest;
	const branchHead = (branch) => attempt({
		to: `read the branch ${branch}`,
		needs: "contents: read"
	}, async () => (await git.getRef({
		...at,
		ref: `heads/${branch}`
	})).data.object.sha, {
		404: () => null,
		409: () => null
	});
	return {
		branchHead,
		createBranch: (branch, sha) => attempt({
			to: `create the branch ${branch}`,
			needs: "contents: write"
		}, async () => {
			await git.createRef({
				...at,
				ref: `refs/heads/${branch}`,
				sha
			});
			return true;
		}, { 422: async (words) => isThere(await branchHead(branch), {
			branch,
			sha,
			words
		}) }),
		moveBranch: (branch, { from, to }) => {
			const explain = async (reason) => {
				const head = await branchHead(branch);
				if (head === to) return { kind: "moved" };
				return head === from ? {
					kind: "refused",
					reason
				} : { kind: "stale" };
			};
			return attempt({
				to: `move the branch ${branch}`,
				needs: "contents: write"
			}, async () => {
				await git.updateRef({
					...at,
					ref: `heads/${branch}`,
					sha: to,
					force: false
				});
				return { kind: "moved" };
			}, {
				409: explain,
				422: explain
			});
		},
		compare: (earlier, later) => attempt({
			to: `compare ${earlier.slice(0, 7)} with ${later.slice(0, 7)}`,
			needs: "contents: read"
		}, async () => {
			const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
				...at,
				basehead: `${earlier}...${later}`
			});
			return {
				descends: data.status === "ahead" || data.status === "identical",
				commits: data.commits.map(({ sha, commit, author }) => ({
					sha,
					tree: commit.tree.sha,
					subject: commit.message.split("\n", 1)[0] ?? "",
					author: author?.login ?? null
				})),
				paths: pathsOf(data.files ?? [])
			};
		}, { 404: () => UNRELATED })
	};
}
function pathsOf(files) {
	if (files.length >= MOST_FILES) return null;
	return files.flatMap(({ filename, previous_filename: previous }) => previous === void 0 ? [filename] : [previous, filename]);
}
/** After a 422: true when the branch is there as wanted, false when it is there otherwise. */
function isThere(head, wanted) {
	if (head !== null) return head === wanted.sha;
	throw new Failure("forge", `Could not create the branch ${wanted.branch}: GitHub answered 422 ${wanted.words}`, { hint: "A rule of the repository may forbid branches of this name, or a branch called \"opencode\" stands in their way." });
}

// src/forge/github/checks.ts
/** Logs are read of so many checks; each takes two requests. */
const MOST_LOGS = 4;
/** Bytes of a log that are kept: its end. */
const TAIL = 262144;
/** Bytes of a log that are read at most; the end of a longer one is not reached. */
const LONGEST = 67108864;
/** The link from a check to the job that it is; checks that jobs made by themselves lead elsewhere. */
const JOB = /\/actions\/runs\/\d+\/job\/(\d+)(?:[?#]|$)/;
const ENDED = {
	failure: "failed",
	timed_out: "timed out",
	action_required: "action required",
	startup_failure: "did not start"
};
function checkCalls(client, downloads) {
	const { octokit, at } = client;
	return {
		failingStatuses: async (commit) => await attempt({
			to: `read the statuses of ${commit.slice(0, 7)}`,
			needs: "statuses: read"
		}, async () => {
			const failing = [];
			for (let page = 1;; page += 1) {
				const asked = {
					...at,
					ref: commit,
					per_page: STATUSES,
					page
				};
				const { data } = await octokit.rest.repos.getCombinedStatusForRef(asked);
				failing.push(...data.statuses.flatMap(statusOf));
				if (data.statuses.length < STATUSES) return failing;
			}
		}),
		failingChecks: async (commit) => {
			const failing = (await attempt({
				to: `read the checks of ${commit.slice(0, 7)}`,
				needs: "checks: read"
			}, async () => await octokit.paginate(octokit.rest.checks.listForRef, {
				...at,
				ref: commit,
				status: "completed",
				filter: "latest",
				per_page: 100
			}))).flatMap((run) => {
				const ended = ENDED[run.conclusion ?? ""];
				return ended === void 0 ? [] : [{
					run,
					ended,
					job: jobOf(run)
				}];
			});
			const withLog = new Set(failing.filter(({ job }) => job !== null).slice(0, MOST_LOGS));
			return await Promise.all(failing.map(async (check) => ({
				name: check.run.name,
				ended: check.ended,
				summary: [check.run.output.title, check.run.output.summary].filter((text) => text !== null).join("\n\n"),
				log: withLog.has(check) || check.job === null ? await logOf(check.job, client, downloads) : TOO_MANY,
				at: check.run.completed_at
			})));
		}
	};
}
/** `error` is the word of a service that could not do its job. */
function statusOf({ context: name, state, description, updated_at: at }) {
	if (state !== "failure" && state !== "error") return [];
	return [{
		name,
		ended: state === "failure" ? "failed" : "broke",
		summary: description ?? "",
		log: { kind: "none" },
		at
	}];
}
/** Of one page. */
const STATUSES = 100;
const TOO_MANY = {
	kind: "unread",
	why: `logs are read of ${MOST_LOGS} checks at most`
};
function jobOf({ details_url: link, app }) {
	const [, id] = JOB.exec(link ?? "") ?? [];
	return app?.slug === "github-actions" && id !== void 0 ? Number(id) : null;
}
async function logOf(job, { octokit, at }, downloads) {
	if (job === null) return { kind: "none" };
	const unread = (why) => ({
		kind: "unread",
		why
	});
	try {
		const found = await attempt({
			to: "find the log",
			needs: "actions: read"
		}, async () => (await octokit.rest.actions.downloadJobLogsForWorkflowRun({
			...at,
			job_id: job,
			request: { redirect: "manual" }
		})).headers.location, {
			403: () => unread("the token lacks `actions: read`"),
			404: () => unread("GitHub has no log of it"),
			410: () => unread("the log has expired")
		});
		if (typeof found !== "string") return found ?? unread("GitHub did not say where it is");
		const text = await readTail(found, downloads);
		return text === null ? unread(`it is larger than ${LONGEST / 1024 / 1024} MB`) : {
			kind: "tail",
			text
		};
	} catch (error) {
		return unread(error instanceof Error ? error.message : String(error));
	}
}
/** The end of a text of whatever length, in bounded memory; null when the end is too far away. */
async function readTail(url, { fetch, timeLimit }) {
	const response = await fetch(url, { signal: AbortSignal.timeout(timeLimit) });
	if (!response.ok) {
		await response.body?.cancel();
		throw new Error(`the storage of logs answered ${response.status}`);
	}
	let kept = Buffer.alloc(0);
	let size = 0;
	for await (const piece of piecesOf(response)) {
		size += piece.byteLength;
		if (size > LONGEST) return null;
		kept = Buffer.concat([kept, piece]);
		if (kept.byteLength > 2 * TAIL) kept = kept.subarray(-262144);
	}
	const tail = kept.subarray(-262144).toString();
	return size > TAIL ? tail.slice(tail.indexOf("\n") + 1) : tail;
}

// node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var import_light = /* @__PURE__ */ __toESM(require_light(), 1);
var VERSION$1 = "0.0.0-development";
var noop = () => Promise.resolve();
function wrapRequest(state, request, options) {
	return state.retryLimiter.schedule(doRequest, state, request, options);
}
async function doRequest(state, request, options) {
	const { pathname } = new URL(options.url, "http://github.test");
	const isAuth = isAuthRequest(options.method, pathname);
	const isWrite = !isAuth && options.method !== "GET" && options.method !== "HEAD";
	const isSearch = options.method === "GET" && pathname.startsWith("/search/");
	const isGraphQL = pathname.startsWith("/graphql");
	const jobOptions = ~~request.retryCount > 0 ? {
		priority: 0,
		weight: 0
	} : {};
	if (state.clustering) jobOptions.expiration = 6e4;
	if (isWrite || isGraphQL) await state.write.key(state.id).schedule(jobOptions, noop);
	if (isWrite && state.triggersNotification(pathname)) await state.notifications.key(state.id).schedule(jobOptions, noop);
	if (isSearch) await state.search.key(state.id).schedule(jobOptions, noop);
	const req = (isAuth ? state.auth : state.global).key(state.id).schedule(jobOptions, request, options);
	if (isGraphQL) {
		const res = await req;
		if (res.data.errors != null && res.data.errors.some((error) => error.type === "RATE_LIMITED")) throw Object.assign(/* @__PURE__ */ new Error("GraphQL Rate Limit Exceeded"), {
			response: res,
			data: res.data
		});
	}
	return req;
}
function isAuthRequest(method, pathname) {
	return method === "PATCH" && /^\/applications\/[^/]+\/token\/scoped$/.test(pathname) || method === "POST" && (/^\/applications\/[^/]+\/token$/.test(pathname) || /^\/app\/installations\/[^/]+\/access_tokens$/.test(pathname) || pathname === "/login/oauth/access_token");
}
var triggers_notification_paths_default = [
	"/orgs/{org}/invitations",
	"/orgs/{org}/invitations/{invitation_id}",
	"/orgs/{org}/teams/{team_slug}/discussions",
	"/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments",
	"/repos/{owner}/{repo}/collaborators/{username}",
	"/repos/{owner}/{repo}/commits/{commit_sha}/comments",
	"/repos/{owner}/{repo}/issues",
	"/repos/{owner}/{repo}/issues/{issue_number}/comments",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issue",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority",
	"/repos/{owner}/{repo}/pulls",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
	"/repos/{owner}/{repo}/pulls/{pull_number}/merge",
	"/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
	"/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
	"/repos/{owner}/{repo}/releases",
	"/teams/{team_id}/discussions",
	"/teams/{team_id}/discussions/{discussion_number}/comments"
];
function routeMatcher(paths) {
	const regex2 = `^(?:${paths.map((path) => path.split("/").map((c) => c.startsWith("{") ? "(?:.+?)" : c).join("/")).map((r) => `(?:${r})`).join("|")})[^/]*$`;
	return new RegExp(regex2, "i");
}
var regex = routeMatcher(triggers_notification_paths_default);
var triggersNotification = regex.test.bind(regex);
var groups = {};
var createGroups = function(Bottleneck, common) {
	groups.global = new Bottleneck.Group({
		id: "octokit-global",
		maxConcurrent: 10,
		...common
	});
	groups.auth = new Bottleneck.Group({
		id: "octokit-auth",
		maxConcurrent: 1,
		...common
	});
	groups.search = new Bottleneck.Group({
		id: "octokit-search",
		maxConcurrent: 1,
		minTime: 2e3,
		...common
	});
	groups.write = new Bottleneck.Group({
		id: "octokit-write",
		maxConcurrent: 1,
		minTime: 1e3,
		...common
	});
	groups.notifications = new Bottleneck.Group({
		id: "octokit-notifications",
		maxConcurrent: 1,
		minTime: 3e3,
		...common
	});
};
function throttling(octokit, octokitOptions) {
	const { enabled = true, Bottleneck = import_light.default, id = "no-id", timeout = 12e4, connection } = octokitOptions.throttle || {};
	if (!enabled) return {};
	const common = { timeout };
	if (typeof connection !== "undefined") common.connection = connection;
	const state = Object.assign({
		clustering: connection != null,
		triggersNotification,
		fallbackSecondaryRateRetryAfter: 60,
		retryAfterBaseValue: 1e3,
		id
	}, octokitOptions.throttle);
	if (typeof state.onSecondaryRateLimit !== "function" || typeof state.onRateLimit !== "function") throw new Error(`octokit/plugin-throttling error:
        You must pass the onSecondaryRateLimit and onRateLimit error handlers.
        See https://octokit.github.io/rest.js/#throttling

        const octokit = new Octokit({
          throttle: {
            onSecondaryRateLimit: (retryAfter, options) => {/* ... */},
            onRateLimit: (retryAfter, options) => {/* ... */}
          }
        })
    `);
	let initialized = false;
	const initializeBottleneck = () => {
		if (initialized) return;
		initialized = true;
		if (groups.global == null) createGroups(Bottleneck, common);
		state.global = state.global ?? groups.global;
		state.auth = state.auth ?? groups.auth;
		state.search = state.search ?? groups.search;
		state.write = state.write ?? groups.write;
		state.notifications = state.notifications ?? groups.notifications;
		state.retryLimiter = state.retryLimiter ?? new Bottleneck();
		const events = {};
		const emitter = new Bottleneck.Events(events);
		events.on("secondary-limit", state.onSecondaryRateLimit);
		events.on("rate-limit", state.onRateLimit);
		events.on("error", (e) => octokit.log.warn("Error in throttling-plugin limit handler", e));
		state.retryLimiter.on("failed", async function(error, info) {
			const [state2, request, options] = info.args;
			const { pathname } = new URL(options.url, "http://github.test");
			if (!(pathname.startsWith("/graphql") && error.status !== 401 || error.status === 403 || error.status === 429)) return;
			const retryCount = ~~request.retryCount;
			request.retryCount = retryCount;
			options.request.retryCount = retryCount;
			const { wantRetry, retryAfter = 0 } = await (async function() {
				if (/\bsecondary rate\b/i.test(error.message)) {
					const retryAfter2 = Number(error.response.headers["retry-after"]) || state2.fallbackSecondaryRateRetryAfter;
					return {
						wantRetry: await emitter.trigger("secondary-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				if (error.response.headers != null && error.response.headers["x-ratelimit-remaining"] === "0" || (error.response.data?.errors ?? []).some((error2) => error2.type === "RATE_LIMITED")) {
					const rateLimitReset = (/* @__PURE__ */ new Date(~~error.response.headers["x-ratelimit-reset"] * 1e3)).getTime();
					const retryAfter2 = Math.max(Math.ceil((rateLimitReset - Date.now()) / 1e3) + 1, 0);
					return {
						wantRetry: await emitter.trigger("rate-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				return {};
			})();
			if (wantRetry) {
				request.retryCount++;
				return retryAfter * state2.retryAfterBaseValue;
			}
		});
	};
	octokit.hook.wrap("request", (request, options) => {
		initializeBottleneck();
		return wrapRequest(state, request, options);
	});
	return {};
}
throttling.VERSION = VERSION$1;
throttling.triggersNotification = triggersNotification;

// node_modules/@octokit/rest/dist-src/version.js
const VERSION = "22.0.1";

// node_modules/@octokit/rest/dist-src/index.js
const Octokit = Octokit$1.plugin(requestLog, legacyRestEndpointMethods, paginateRest).defaults({ userAgent: `octokit-rest.js/${VERSION}` });

// src/forge/github/client.ts
const TIMING = {
	timeLimit: 3e4,
	second: 1e3,
	writeGap: 100,
	notificationGap: 1e3
};
/** A rate limit that lifts later than this ends the request. In seconds. */
const LONGEST_WAIT = 60;
const MOST_WAITS = 2;
const MOST_RETRIES = 3;
/** The REST client with what GitHub asks of integrators: pauses between writes, rate limits honoured, retries spaced. */
function createClient({ token, apiUrl, fetch, log, timing }) {
	const waitIfShort = (retryAfter, request, ...more) => {
		const worthIt = retryAfter <= LONGEST_WAIT && more[1] < MOST_WAITS;
		log(logLine(`GitHub limits the rate of requests, ${request.method} ${request.url} ${worthIt ? `waits ${retryAfter} s` : `does not wait ${retryAfter} s`}`));
		return worthIt;
	};
	return new (Octokit.plugin(rateLimits, throttling, retry))({
		auth: token,
		baseUrl: apiUrl,
		userAgent: "patchwright",
		request: { fetch: completely(fetch, timing.timeLimit) },
		log: {
			debug: () => {},
			info: () => {},
			warn: (message) => log(logLine(message)),
			error: () => {}
		},
		retry: {
			retries: MOST_RETRIES,
			retryAfterBaseValue: timing.second,
			doNotRetry: [
				400,
				401,
				403,
				404,
				409,
				410,
				422,
				429,
				451
			]
		},
		throttle: {
			retryAfterBaseValue: timing.second,
			fallbackSecondaryRateRetryAfter: LONGEST_WAIT,
			onRateLimit: waitIfShort,
			onSecondaryRateLimit: waitIfShort,
			write: new import_light.default.Group({
				maxConcurrent: 1,
				minTime: timing.writeGap
			}),
			notifications: new import_light.default.Group({
				maxConcurrent: 1,
				minTime: timing.notificationGap
			})
		}
	});
}
/**
* The throttling plugin knows a secondary limit by the wording of github.com alone. Enterprise Servers and proxies tell it by
* status 429 or `retry-after`.
*/
function rateLimits(octokit) {
	octokit.hook.error("request", (error) => {
		const headers = "response" in error ? error.response?.headers : void 0;
		if ((statusOf$1(error) === 429 || statusOf$1(error) === 403 && headers?.["retry-after"] !== void 0) && headers?.["x-ratelimit-remaining"] !== "0" && !/\bsecondary rate\b/i.test(error.message)) error.message = `${error.message} (secondary rate limit)`;
		throw error;
	});
}
/** An answer counts only whole and in time: a body that hangs or breaks off is an error like a refused connection. */
function completely(fetch, timeLimit) {
	return async (input, init) => {
		const response = await fetch(input, {
			...init,
			signal: AbortSignal.timeout(timeLimit)
		});
		const text = await response.text();
		if (response.ok && response.headers.get("content-type")?.includes("json")) JSON.parse(text);
		const { status, statusText, headers } = response;
		const whole = new Response(text === "" ? null : text, {
			status,
			statusText,
			headers
		});
		return Object.defineProperty(whole, "url", { value: response.url });
	};
}

// src/forge/github/comments.ts
const NEEDS$4 = "issues: write, pull-requests: write";
/** What is written on issues and pull requests, which have one and the same API for it. */
function commentCalls({ octokit, at }, identity) {
	const { issues } = octokit.rest;
	return {
		...reactionCalls({
			octokit,
			at
		}),
		isClosed: (issue) => attempt({
			to: `look at #${issue}`,
			needs: "issues: read"
		}, async () => {
			const { data } = await issues.get({
				...at,
				issue_number: issue
			});
			return data.state === "closed";
		}),
		comments: (issue) => attempt({
			to: `read the comments of #${issue}`,
			needs: "issues: read"
		}, async () => {
			return (await octokit.paginate(issues.listComments, {
				...at,
				issue_number: issue,
				per_page: 100
			})).map(commentOf);
		}),
		conversation: (issue) => attempt({
			to: `read the comments of #${issue}`,
			needs: "issues: read"
		}, async () => {
			return (await octokit.paginate(issues.listComments, {
				...at,
				issue_number: issue,
				per_page: 100
			})).map(remarkOf$2);
		}),
		createComment: (issue, body) => attempt({
			to: `comment on #${issue}`,
			needs: NEEDS$4
		}, async () => {
			const { data } = await issues.createComment({
				...at,
				issue_number: issue,
				body
			});
			if (data.user) identity.learn(data.user.login);
			return commentOf(data);
		}),
		updateComment: (id, body) => attempt({
			to: `edit the comment ${id}`,
			needs: NEEDS$4
		}, async () => {
			await issues.updateComment({
				...at,
				comment_id: id,
				body
			});
			return true;
		}, { 404: () => false }),
		deleteComment: (id) => attempt({
			to: `delete the comment ${id}`,
			needs: NEEDS$4
		}, async () => void await issues.deleteComment({
			...at,
			comment_id: id
		}), { 404: () => {} }),
		addLabels: (issue, labels) => attempt({
			to: `label #${issue}`,
			needs: "pull-requests: write"
		}, async () => {
			await issues.addLabels({
				...at,
				issue_number: issue,
				labels: [...labels]
			});
		}),
		removeLabel: (issue, label) => attempt({
			to: `take the label ${label} off #${issue}`,
			needs: NEEDS$4
		}, async () => void await issues.removeLabel({
			...at,
			issue_number: issue,
			name: label
		}), { 404: () => {} })
	};
}
function reactionCalls({ octokit, at }) {
	const { reactions } = octokit.rest;
	return {
		react: (to, content) => attempt({
			to: "react",
			needs: NEEDS$4
		}, async () => {
			if ("issue" in to) return (await reactions.createForIssue({
				...at,
				issue_number: to.issue,
				content
			})).data.id;
			if ("comment" in to) return (await reactions.createForIssueComment({
				...at,
				comment_id: to.comment,
				content
			})).data.id;
			const inline = {
				...at,
				comment_id: to.inlineComment,
				content
			};
			return (await reactions.createForPullRequestReviewComment(inline)).data.id;
		}),
		unreact: (to, reaction) => attempt({
			to: "take a reaction back",
			needs: NEEDS$4
		}, async () => {
			const which = {
				...at,
				reaction_id: reaction
			};
			if ("issue" in to) await reactions.deleteForIssue({
				...which,
				issue_number: to.issue
			});
			else if ("comment" in to) await reactions.deleteForIssueComment({
				...which,
				comment_id: to.comment
			});
			else await reactions.deleteForPullRequestComment({
				...which,
				comment_id: to.inlineComment
			});
		}, { 404: () => {} })
	};
}
function commentOf({ id, body, user, html_url: url, created_at: createdAt }) {
	return {
		id,
		body: body ?? "",
		author: user?.login ?? "ghost",
		url,
		createdAt
	};
}
function remarkOf$2(data) {
	const { body, author, createdAt: at } = commentOf(data);
	const editedAt = data.updated_at === at ? null : data.updated_at;
	return {
		body,
		author,
		association: data.author_association ?? "NONE",
		at,
		editedAt
	};
}

// src/forge/github/endings.ts
/** What puts an end to a workflow run, a pull request or a branch. */
function endingCalls({ octokit, at }) {
	return {
		cancelRun: (runId) => attempt({
			to: `cancel the workflow run ${runId}`,
			needs: "actions: write"
		}, async () => {
			await octokit.rest.actions.cancelWorkflowRun({
				...at,
				run_id: runId
			});
			return { kind: "cancelled" };
		}, {
			403: (reason) => ({
				kind: "refused",
				reason
			}),
			404: () => ({ kind: "over" }),
			409: () => ({ kind: "over" })
		}),
		closePullRequest: (number) => attempt({
			to: `close pull request #${number}`,
			needs: "pull-requests: write"
		}, async () => {
			await octokit.rest.pulls.update({
				...at,
				pull_number: number,
				state: "closed"
			});
		}),
		deleteBranch: (branch) => {
			const explain = async (reason) => {
				return await attempt({
					to: `read the branch ${branch}`,
					needs: "contents: read"
				}, async () => {
					await octokit.rest.git.getRef({
						...at,
						ref: `heads/${branch}`
					});
					return false;
				}, {
					404: () => true,
					409: () => true
				}) ? { kind: "deleted" } : {
					kind: "refused",
					reason
				};
			};
			return attempt({
				to: `delete the branch ${branch}`,
				needs: "contents: write"
			}, async () => {
				await octokit.rest.git.deleteRef({
					...at,
					ref: `heads/${branch}`
				});
				return { kind: "deleted" };
			}, {
				403: (reason) => ({
					kind: "refused",
					reason
				}),
				404: () => ({ kind: "deleted" }),
				422: explain
			});
		}
	};
}

// src/forge/github/history.ts
/** Moves of a branch, and edits of a description and of a title, that are looked at. */
const NEWEST$1 = 100;
/** When something was pushed or edited, by GitHub's own clock. */
function historyCalls({ octokit, at }) {
	return {
		movesOf: ({ repository, branch }) => {
			const [owner = "", repo = ""] = repository.split("/");
			return attempt({
				to: `read who pushed to ${branch} of ${repository}`,
				needs: "contents: read"
			}, async () => {
				const query = {
					owner,
					repo,
					ref: `refs/heads/${branch}`,
					per_page: NEWEST$1,
					direction: "desc"
				};
				const { data } = await octokit.rest.repos.listActivities(query);
				return data.map(({ after, actor, timestamp }) => ({
					to: after,
					by: actor?.login ?? null,
					at: timestamp
				}));
			}, {
				403: () => null,
				404: () => null,
				422: () => null
			});
		},
		editsOf: (number) => attempt({
			to: `read who edited #${number}`,
			needs: "issues: read, pull-requests: read"
		}, async () => {
			const answer = await octokit.graphql(EDITS, {
				owner: at.owner,
				name: at.repo,
				number
			});
			const { createdAt, lastEditedAt, editor, ...kept } = answerSchema.parse(answer).repository.issueOrPullRequest;
			const last = lastEditedAt === null ? [] : [edit("description", editor, lastEditedAt)];
			const edits = (kept.userContentEdits?.nodes ?? []).filter((one) => one !== null).filter(({ editedAt }) => editedAt !== createdAt).map((one) => edit("description", one.editor, one.editedAt));
			const renames = kept.timelineItems.nodes.flatMap((one) => one === null ? [] : [edit("title", one.actor, one.createdAt)]);
			return [
				...last,
				...edits,
				...renames
			];
		})
	};
}
const TEXT = `
  createdAt lastEditedAt editor { __typename login }
  userContentEdits(first: ${NEWEST$1}) { nodes { editedAt editor { __typename login } } }
  timelineItems(last: ${NEWEST$1}, itemTypes: [RENAMED_TITLE_EVENT]) { nodes { ... on RenamedTitleEvent {
    createdAt actor { __typename login }
  } } }`;
const EDITS = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { issueOrPullRequest(number: $number) {
    ... on Issue {${TEXT} }
    ... on PullRequest {${TEXT} }
  } }
}`;
const account = object({
	__typename: string(),
	login: string()
}).nullable();
const nodesOf = (node) => object({ nodes: array(node.nullable()) });
const answerSchema = object({ repository: object({ issueOrPullRequest: object({
	createdAt: string(),
	lastEditedAt: string().nullable(),
	editor: account,
	userContentEdits: nodesOf(object({
		editedAt: string(),
		editor: account
	})).nullable(),
	timelineItems: nodesOf(object({
		createdAt: string(),
		actor: account
	}))
}) }) });
/** GraphQL leaves out the suffix that bots have in REST. */
function edit(what, by, at) {
	const isBare = by?.__typename === "Bot" && !by.login.endsWith("[bot]");
	return {
		what,
		by: by === null ? null : `${by.login}${isBare ? "[bot]" : ""}`,
		at
	};
}

// src/forge/github/identity.ts
const ACTIONS = "github-actions[bot]";
/** How the tokens of apps begin, `GITHUB_TOKEN` among them. */
const APP_TOKEN = "ghs_";
function createIdentity(octokit, token) {
	let known = null;
	return {
		self: async () => await (known ??= ask(octokit, token)),
		learn(login) {
			known = Promise.resolve(login);
		}
	};
}
/** REST has no answer for tokens of apps, and a wrong guess is put right by the first comment that is written. */
async function ask(octokit, token) {
	if (token.startsWith(APP_TOKEN)) return await askForApp(octokit);
	try {
		return (await octokit.rest.users.getAuthenticated()).data.login;
	} catch (error) {
		if (statusOf$1(error) === 403) return await askForApp(octokit);
		return ACTIONS;
	}
}
async function askForApp(octokit) {
	try {
		const { viewer } = await octokit.graphql("query { viewer { login } }");
		const login = viewer?.login;
		if (typeof login !== "string" || login === "") return ACTIONS;
		return login.endsWith("[bot]") ? login : `${login}[bot]`;
	} catch {
		return ACTIONS;
	}
}

// src/forge/github/inline-comments.ts
/** The comments on lines of a pull request. Of REST's lists, only this one tells for each the line as it is at the head. */
function inlineCommentCalls({ octokit, at }) {
	const { pulls } = octokit.rest;
	return { inlineComments: (pull) => attempt({
		to: `read the comments on the lines of #${pull}`,
		needs: "pull-requests: read"
	}, async () => {
		const query = {
			...at,
			pull_number: pull,
			sort: "created",
			direction: "asc",
			per_page: 100
		};
		return (await octokit.paginate(pulls.listReviewComments, query)).map(remarkOf$1);
	}) };
}
function remarkOf$1(data) {
	return {
		id: data.id,
		thread: data.in_reply_to_id ?? data.id,
		review: data.pull_request_review_id,
		path: data.path,
		line: data.line ?? null,
		hunk: data.diff_hunk,
		body: data.body,
		author: data.user?.login ?? "ghost",
		association: data.author_association,
		createdAt: data.created_at,
		updatedAt: data.updated_at
	};
}

// src/forge/github/new-review.ts
/** Reviews that Patchwright writes. They comment: it neither approves a change nor asks for another. */
function newReviewCalls({ octokit, at }) {
	return { createReview: (number, { commit, body, comments }) => attempt({
		to: `review pull request #${number}`,
		needs: "pull-requests: write"
	}, async () => {
		const { data } = await octokit.rest.pulls.createReview({
			...at,
			pull_number: number,
			commit_id: commit,
			event: "COMMENT",
			body,
			comments: comments.map((comment) => ({
				...comment,
				side: "RIGHT"
			}))
		});
		return {
			kind: "created",
			url: data.html_url
		};
	}, { 422: (reason) => ({
		kind: "refused",
		reason
	}) }) };
}

// src/forge/github/objects.ts
const NEEDS$3 = "contents: write";
/** Git objects. Made twice they are the same or unreachable, so every call here is safe to retry. */
function objectCalls({ octokit, at }) {
	const { git } = octokit.rest;
	return {
		treeOf: (commit) => attempt({
			to: `read the commit ${commit.slice(0, 7)}`,
			needs: "contents: read"
		}, async () => (await git.getCommit({
			...at,
			commit_sha: commit
		})).data.tree.sha, {
			404: () => null,
			409: () => null
		}),
		entriesOf: (tree) => attempt({
			to: `read the tree ${tree.slice(0, 7)}`,
			needs: "contents: read"
		}, async () => {
			const { data } = await git.getTree({
				...at,
				tree_sha: tree,
				recursive: "true"
			});
			if (data.truncated) return null;
			return new Map(data.tree.map(({ path, mode, sha }) => [path, {
				mode,
				sha
			}]));
		}),
		createBlob: (bytes) => attempt({
			to: "store a file",
			needs: NEEDS$3
		}, async () => {
			const content = Buffer.from(bytes).toString("base64");
			return (await git.createBlob({
				...at,
				content,
				encoding: "base64"
			})).data.sha;
		}),
		readBlob: (blob) => attempt({
			to: `read the file ${blob.slice(0, 7)}`,
			needs: "contents: read"
		}, async () => Buffer.from((await git.getBlob({
			...at,
			file_sha: blob
		})).data.content, "base64"), { 404: () => null }),
		createTree: (baseTree, entries) => attempt({
			to: "store the changed tree",
			needs: NEEDS$3
		}, async () => {
			const tree = entries.map(({ path, mode, sha }) => ({
				path,
				mode,
				sha,
				type: mode === "160000" ? "commit" : "blob"
			}));
			return (await git.createTree({
				...at,
				base_tree: baseTree,
				tree
			})).data.sha;
		}),
		createCommit: ({ message, tree, parents }) => attempt({
			to: "store the commit",
			needs: NEEDS$3
		}, async () => {
			return (await git.createCommit({
				...at,
				message,
				tree,
				parents: [...parents]
			})).data.sha;
		})
	};
}

// src/forge/github/pull-requests.ts
const NEEDS$2 = "pull-requests: write";
function pullRequestCalls({ octokit, at }) {
	const { pulls } = octokit.rest;
	const pullRequestsFrom = (branch) => attempt({
		to: `list the pull requests from ${branch}`,
		needs: "pull-requests: read"
	}, async () => {
		const query = {
			...at,
			head: `${at.owner}:${branch}`,
			state: "all",
			sort: "created",
			direction: "desc",
			per_page: 100
		};
		return (await octokit.paginate(pulls.list, query)).map(pullRequestOf).filter(({ head }) => head.branch === branch && head.repository?.toLowerCase() === `${at.owner}/${at.repo}`.toLowerCase());
	});
	return {
		pullRequestsFrom,
		pullRequest: (number) => attempt({
			to: `read pull request #${number}`,
			needs: "pull-requests: read"
		}, async () => pullRequestOf((await pulls.get({
			...at,
			pull_number: number
		})).data)),
		createPullRequest: (draft) => {
			const explain = async (reason) => {
				return (await pullRequestsFrom(draft.head)).some(({ state, base }) => state === "open" && base.branch === draft.base) ? { kind: "exists" } : {
					kind: "refused",
					reason
				};
			};
			return attempt({
				to: `create a pull request from ${draft.head}`,
				needs: NEEDS$2
			}, async () => ({
				kind: "created",
				pullRequest: pullRequestOf((await pulls.create({
					...at,
					...draft
				})).data)
			}), {
				403: (reason) => ({
					kind: "refused",
					reason
				}),
				422: explain
			});
		},
		updatePullRequest: (number, change) => attempt({
			to: `update pull request #${number}`,
			needs: NEEDS$2
		}, async () => {
			await pulls.update({
				...at,
				...change,
				pull_number: number
			});
		}),
		setDraft: ({ number, nodeId }, draft) => attempt({
			to: `make pull request #${number} ${draft ? "a draft" : "ready for review"}`,
			needs: `contents: write, ${NEEDS$2}`
		}, async () => {
			await octokit.graphql(draft ? TO_DRAFT : TO_READY, { id: nodeId });
		}),
		requestReview: (number, login) => attempt({
			to: `ask ${login} to review #${number}`,
			needs: NEEDS$2
		}, async () => {
			await pulls.requestReviewers({
				...at,
				pull_number: number,
				reviewers: [login]
			});
		})
	};
}
/** REST can tell whether a pull request is a draft, and not change it. */
const TO_DRAFT = "mutation ($id: ID!) { convertPullRequestToDraft(input: { pullRequestId: $id }) { pullRequest { isDraft } } }";
const TO_READY = "mutation ($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } } }";
function pullRequestOf(data) {
	return {
		number: data.number,
		url: data.html_url,
		nodeId: data.node_id,
		state: data.state === "open" ? "open" : "closed",
		merged: data.merged_at !== null,
		draft: data.draft ?? false,
		title: data.title,
		body: standing(data.body ?? ""),
		author: data.user?.login ?? "ghost",
		head: {
			branch: data.head.ref,
			sha: data.head.sha,
			repository: data.head.repo?.full_name ?? null
		},
		base: {
			branch: data.base.ref,
			sha: data.base.sha
		}
	};
}

// src/forge/github/refs.ts
const NEEDS$1 = "contents: write";
/** References outside the branches, where state is kept, and the trees that they lead to. */
function refCalls({ octokit, at }) {
	const { git } = octokit.rest;
	const refTarget = (name) => attempt({
		to: `read refs/${name}`,
		needs: "contents: read"
	}, async () => (await git.getRef({
		...at,
		ref: name
	})).data.object.sha, {
		404: () => null,
		409: () => null
	});
	return {
		refTarget,
		moveRef: (name, { from, to }) => {
			const isThere = async () => await refTarget(name) === to;
			return attempt({
				to: `write refs/${name}`,
				needs: NEEDS$1
			}, async () => {
				if (from === null) await git.createRef({
					...at,
					ref: `refs/${name}`,
					sha: to
				});
				else await git.updateRef({
					...at,
					ref: name,
					sha: to,
					force: false
				});
				return true;
			}, {
				409: isThere,
				422: isThere
			});
		},
		deleteRef: (name) => attempt({
			to: `delete refs/${name}`,
			needs: NEEDS$1
		}, async () => {
			await git.deleteRef({
				...at,
				ref: name
			});
		}, {
			404: () => void 0,
			422: () => void 0
		}),
		refsFrom: (prefix) => attempt({
			to: `list refs/${prefix}`,
			needs: "contents: read"
		}, async () => {
			const { data } = await git.listMatchingRefs({
				...at,
				ref: prefix
			});
			return data.map(({ ref }) => ref.replace(/^refs\//, ""));
		}),
		createFolder: (entries) => attempt({
			to: "store state",
			needs: NEEDS$1
		}, async () => {
			const tree = entries.map(({ path, ...what }) => "text" in what ? {
				path,
				mode: "100644",
				type: "blob",
				content: what.text
			} : {
				path,
				mode: "040000",
				type: "tree",
				sha: what.tree
			});
			return (await git.createTree({
				...at,
				tree
			})).data.sha;
		})
	};
}

// src/forge/github/rendered-images.ts
/** With the text as HTML beside it. */
const FULL = { accept: "application/vnd.github.full+json" };
function renderedImageCalls({ octokit, at }) {
	const { issues } = octokit.rest;
	return { renderedImages: (of) => attempt({
		to: "read a text as GitHub shows it",
		needs: "issues: read"
	}, async () => {
		const { data } = "issue" in of ? await issues.get({
			...at,
			issue_number: of.issue,
			headers: FULL
		}) : await issues.getComment({
			...at,
			comment_id: of.comment,
			headers: FULL
		});
		return imagesInHtml(data.body_html ?? "");
	}) };
}

// src/forge/github/repository.ts
/** What is asked about the repository, its people and its workflow runs. */
function repositoryCalls({ octokit, at }) {
	let info = null;
	return {
		permissionOf: (login) => attempt({
			to: `read the permission of ${login} on the repository`,
			needs: "metadata: read"
		}, async () => {
			const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
				...at,
				username: login
			});
			return parsePermission(data.role_name) ?? parsePermission(data.permission) ?? "none";
		}, { 404: () => "none" }),
		async info() {
			info ??= readInfo({
				octokit,
				at
			});
			try {
				return await info;
			} catch (error) {
				info = null;
				throw error;
			}
		},
		readFile: (path, ref) => attempt({
			to: `read ${path} at ${ref}`,
			needs: "contents: read"
		}, async () => {
			const { data } = await octokit.rest.repos.getContent({
				...at,
				path,
				ref
			});
			if (Array.isArray(data) || data.type !== "file") return null;
			if (data.encoding !== "base64") throw tooLarge(path, ref);
			return Buffer.from(data.content, "base64").toString();
		}, { 404: () => null }),
		runIsActive: (runId) => attempt({
			to: `read the state of workflow run ${runId}`,
			needs: "actions: read"
		}, async () => (await octokit.rest.actions.getWorkflowRun({
			...at,
			run_id: runId
		})).data.status !== "completed", {
			403: () => null,
			404: () => null
		})
	};
}
async function readInfo({ octokit, at }) {
	return await attempt({
		to: "read the repository",
		needs: "metadata: read"
	}, async () => {
		const { data } = await octokit.rest.repos.get(at);
		return {
			defaultBranch: data.default_branch,
			private: data.private,
			archived: data.archived,
			hasIssues: data.has_issues
		};
	});
}
function tooLarge(path, ref) {
	return new Failure("bad-input", `The file ${path} at ${ref} is over 1 MB.`, { hint: "Make it smaller." });
}
/** Null for the name of a role that the organisation made itself. */
function parsePermission(role) {
	switch (role) {
		case "admin":
		case "maintain":
		case "write":
		case "triage":
		case "read":
		case "none": return role;
		default: return null;
	}
}

// src/forge/github/reviews.ts
const NEEDS = "pull-requests: read";
/** Of a thread its first comment and so many newest ones are read. */
const NEWEST = 30;
/** GraphQL, because REST tells neither which threads are resolved nor whether a review was edited. */
function reviewCalls({ octokit, at }) {
	const ask = (query) => async (number, cursor) => await octokit.graphql(query, {
		owner: at.owner,
		name: at.repo,
		number,
		cursor
	});
	return {
		reviews: (pull) => attempt({
			to: `read the reviews of #${pull}`,
			needs: NEEDS
		}, async () => {
			return (await everyPage(async (cursor) => {
				const answer = await ask(REVIEWS)(pull, cursor);
				return reviewPage.parse(answer).repository.pullRequest.reviews;
			})).flatMap(reviewOf);
		}),
		threads: (pull) => attempt({
			to: `read the review threads of #${pull}`,
			needs: NEEDS
		}, async () => {
			return (await everyPage(async (cursor) => {
				const answer = await ask(THREADS)(pull, cursor);
				return threadPage.parse(answer).repository.pullRequest.reviewThreads;
			})).filter(({ isResolved }) => !isResolved).map(threadOf);
		})
	};
}
const REMARK = "body author { __typename login } authorAssociation lastEditedAt";
const PAGE = "pageInfo { hasNextPage endCursor }";
const QUERY = "query ($owner: String!, $name: String!, $number: Int!, $cursor: String)";
const REVIEWS = `${QUERY} {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    reviews(first: 100, after: $cursor) { ${PAGE} nodes { state submittedAt ${REMARK} } }
  } }
}`;
const THREADS = `${QUERY} {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    reviewThreads(first: 50, after: $cursor) { ${PAGE} nodes {
      isResolved path line
      opening: comments(first: 1) { totalCount nodes { id diffHunk createdAt ${REMARK} } }
      newest: comments(last: ${NEWEST}) { nodes { id diffHunk createdAt ${REMARK} } }
    } }
  } }
}`;
const pageInfo = object({
	hasNextPage: boolean(),
	endCursor: string().nullable()
});
const remark = object({
	body: string(),
	author: object({
		__typename: string(),
		login: string()
	}).nullable(),
	authorAssociation: string(),
	lastEditedAt: string().nullable()
});
const comment = remark.extend({
	id: string(),
	diffHunk: string(),
	createdAt: string()
});
const review = remark.extend({
	state: string(),
	submittedAt: string().nullable()
});
const thread = object({
	isResolved: boolean(),
	path: string(),
	line: number().nullable(),
	opening: object({
		totalCount: number(),
		nodes: array(comment)
	}),
	newest: object({ nodes: array(comment) })
});
const inPullRequest = (shape) => object({ repository: object({ pullRequest: object(shape) }) });
const reviewPage = inPullRequest({ reviews: object({
	pageInfo,
	nodes: array(review)
}) });
const threadPage = inPullRequest({ reviewThreads: object({
	pageInfo,
	nodes: array(thread)
}) });
async function everyPage(read) {
	const all = [];
	for (let cursor = null;;) {
		const page = await read(cursor);
		all.push(...page.nodes);
		const { hasNextPage, endCursor } = page.pageInfo;
		if (!hasNextPage || endCursor === null) return all;
		cursor = endCursor;
	}
}
const STATES = {
	APPROVED: "approved",
	CHANGES_REQUESTED: "changes-requested",
	COMMENTED: "commented",
	DISMISSED: "dismissed"
};
/** None for a review that is still pending, which GitHub shows to its author alone. */
function reviewOf({ state, submittedAt, ...said }) {
	const known = STATES[state];
	return known === void 0 || submittedAt === null ? [] : [{
		...remarkOf(said, submittedAt),
		state: known
	}];
}
function threadOf({ path, line, opening, newest }) {
	const comments = [...opening.nodes, ...newest.nodes.filter(({ id }) => id !== opening.nodes[0]?.id)];
	return {
		path,
		line,
		hunk: opening.nodes[0]?.diffHunk ?? "",
		remarks: comments.map((said) => remarkOf(said, said.createdAt)),
		unread: opening.totalCount - comments.length
	};
}
function remarkOf({ body, author, authorAssociation, lastEditedAt }, at) {
	return {
		body,
		author: loginOf(author),
		association: authorAssociation,
		at,
		editedAt: lastEditedAt
	};
}
/** GraphQL leaves out the suffix that bots have in REST. */
function loginOf(author) {
	if (author === null) return "ghost";
	return author.__typename === "Bot" && !author.login.endsWith("[bot]") ? `${author.login}[bot]` : author.login;
}

// src/forge/github/github-forge.ts
/** GitHub, github.com or an Enterprise Server, behind the port. Makes no request until it is asked for something. */
function createGitHubForge({ token, apiUrl, repository, log, fetch = globalThis.fetch, timing = TIMING, attachmentPlaces = placesOf(apiUrl) }) {
	const [owner = "", repo = "", ...rest] = repository.split("/");
	if (owner === "" || repo === "" || rest.length > 0) throw new Failure("bad-input", `GITHUB_REPOSITORY is "${repository}", which is not OWNER/NAME.`, { hint: "Leave GITHUB_REPOSITORY as the runner sets it." });
	const octokit = createClient({
		token,
		apiUrl,
		fetch,
		log,
		timing
	});
	const client = {
		octokit,
		at: {
			owner,
			repo
		}
	};
	const identity = createIdentity(octokit, token);
	const downloads = {
		fetch,
		timeLimit: timing.timeLimit
	};
	return {
		repository,
		self: identity.self,
		...historyCalls(client),
		...repositoryCalls(client),
		...commentCalls(client, identity),
		...branchCalls(client),
		...objectCalls(client),
		...pullRequestCalls(client),
		...reviewCalls(client),
		...newReviewCalls(client),
		...checkCalls(client, downloads),
		...renderedImageCalls(client),
		...attachmentCalls(attachmentPlaces, {
			...downloads,
			token
		}),
		...refCalls(client),
		...inlineCommentCalls(client),
		...endingCalls(client)
	};
}

export { createGitHubForge as t };