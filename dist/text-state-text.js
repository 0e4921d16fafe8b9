import { s as commitText, t as NO_SECRETS } from "./text-sinks.js";

// src/publish/place.ts
/** Branches with this beginning are Patchwright's own. */
const OWN_BRANCHES = "opencode/";
/** The issue that a branch of Patchwright's own is for; null for every other branch. */
function issueOfBranch(branch) {
	const [, issue] = ISSUE_BRANCH.exec(branch) ?? [];
	return issue === void 0 ? null : Number(issue);
}
const ISSUE_BRANCH = new RegExp(String.raw`^${OWN_BRANCHES}issue-(\d{1,9})(?:-\d+)?$`);
/** A fork's branch has its name in common with whatever branch here is called so, and nothing else. */
function isOfFork({ pullRequest }, repository) {
	return pullRequest !== null && pullRequest.head.repository?.toLowerCase() !== repository.toLowerCase();
}
/**
* Finds the place of a run: a pull request's own branch, else `opencode/…`, or the first of `-2`, `-3`, … that no pull
* request was closed or merged from. `base` is for the targets that have none of their own.
*/
async function findPlace(given) {
	const { forge, target, base } = given;
	switch (target.kind) {
		case "pull-request": {
			const pullRequest = await forge.pullRequest(target.number);
			const { branch, sha } = target.snapshot?.head ?? pullRequest.head;
			return {
				branch,
				head: sha,
				base: pullRequest.base.branch,
				pullRequest
			};
		}
		case "issue": return await findFree(forge, `${OWN_BRANCHES}issue-${target.number}`, base);
		case "repository": return await findFree(forge, `${OWN_BRANCHES}${target.name}`, base);
	}
}
async function findFree(forge, name, base) {
	for (let number = 1;; number += 1) {
		const branch = number === 1 ? name : `${name}-${number}`;
		const pullRequests = await forge.pullRequestsFrom(branch);
		const open = pullRequests.find(({ state }) => state === "open");
		if (open) return {
			branch,
			head: open.head.sha,
			base: open.base.branch,
			pullRequest: open
		};
		if (pullRequests.length === 0) return {
			branch,
			head: await forge.branchHead(branch),
			base,
			pullRequest: null
		};
	}
}

// src/publish/state-store.ts
const FILE = "state.json";
const MESSAGE = commitText("State of Patchwright, to go on from", NO_SECRETS);
/** Name of the reference, without `refs/`, that holds the state of the work on a branch. */
function stateOfBranch(branch) {
	return `patchwright/runs/${encodeURIComponent(branch)}`;
}
/** Name of the reference that holds the state of the reviews of a pull request. */
function stateOfReviews(pullRequest) {
	return `patchwright/reviews/${pullRequest}`;
}
/** Null when there is none. Whoever may push may have written it. */
async function readState(forge, name) {
	const commit = await forge.refTarget(name);
	if (commit === null) return null;
	const text = await forge.readFile(FILE, commit);
	return text === null ? null : {
		commit,
		text
	};
}
/**
* Writes state on top of what was there; resolves to the new commit, or to null when somebody else wrote meanwhile. Trees
* are named so that what they lead to is kept and can be fetched.
*/
async function writeState(forge, name, state) {
	const folders = state.trees.map(({ name: path, tree }) => ({
		path,
		tree
	}));
	const tree = await forge.createFolder([{
		path: FILE,
		text: state.text
	}, ...folders]);
	const parents = state.from === null ? [] : [state.from];
	const to = await forge.createCommit({
		message: MESSAGE,
		tree,
		parents
	});
	return await forge.moveRef(name, {
		from: state.from,
		to
	}) ? to : null;
}
/** Name of the reference that holds what is held back of the work on a branch and may be accepted. */
function heldOfBranch(branch) {
	return `patchwright/held/${encodeURIComponent(branch)}`;
}
/** Removes the state of the work on an issue, and what was held back of it, whichever of its branches it stands on. */
async function dropStatesOfIssue(forge, issue) {
	for (const branch of await branchesOfIssue(forge, issue)) await dropStateOfBranch(forge, branch);
}
/** Removes the state of the work on one branch, and what was held back of it. */
async function dropStateOfBranch(forge, branch) {
	for (const name of [stateOfBranch(branch), heldOfBranch(branch)]) await forge.deleteRef(name);
}
/** Branches for an issue that something is kept of. */
async function branchesOfIssue(forge, issue) {
	const branch = `opencode/issue-${issue}`;
	const ends = [];
	for (const first of [stateOfBranch(branch), heldOfBranch(branch)]) {
		const names = await forge.refsFrom(first);
		ends.push(...names.map((name) => name.slice(first.length)));
	}
	return [...new Set(ends.filter((end) => /^(?:-\d+)?$/.test(end)))].map((end) => `${branch}${end}`);
}

// src/text/state-text.ts
/** Whoever made the data redacted it: what is signed cannot be mended later. */
function stateText(data) {
	const text = JSON.stringify(data);
	if (isStateText(text)) return text;
	throw new TypeError("No text");
}
/** What another job or run wrote, as it is; null when there is something in it that must not be seen. */
function writtenState(text, redact) {
	return redact(text) === text && isStateText(text) ? text : null;
}
function isStateText(text) {
	return typeof text === "string";
}

export { dropStatesOfIssue as a, stateOfBranch as c, OWN_BRANCHES as d, findPlace as f, dropStateOfBranch as i, stateOfReviews as l, issueOfBranch as m, writtenState as n, heldOfBranch as o, isOfFork as p, branchesOfIssue as r, readState as s, stateText as t, writeState as u };