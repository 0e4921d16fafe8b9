import { r as isOpen } from "./finding.js";
import { I as countTokens } from "./ledger-spending.js";
import { join } from "node:path";

// src/report/outputs.ts
/** Name of the run record's document in its directory. */
const RECORD_FILE = "record.json";
/** Name of the change as a patch, beside the record. */
const PATCH_FILE = "change.patch";
/** The Action's outputs; what a run did not come to is left out. */
function outputsOf(state, record) {
	const { publication, change, failure, total } = state;
	const pull = publication?.pullRequest ?? null;
	return {
		outcome: state.outcome ?? "failed",
		...state.verdict === null ? {} : { verdict: state.verdict },
		...pull === null ? {} : {
			"pull-request-number": String(pull.number),
			"pull-request-url": pull.url
		},
		...publication === null ? {} : { branch: publication.branch },
		...publication?.commit ? { "commit-sha": publication.commit } : {},
		...change === null ? {} : { "baseline-sha": change.base },
		cost: total.cost === null ? "unpriced" : String(Number(total.cost.toFixed(6))),
		tokens: String(countTokens(total.tokens)),
		rounds: String(Math.max(0, state.rounds.length - 1)),
		"findings-open": String(state.findings.filter(isOpen).length),
		...failure === null ? {} : { "failure-category": failure.category },
		"run-record": join(record, RECORD_FILE),
		...state.patch === null ? {} : { change: state.patch }
	};
}

export { RECORD_FILE as n, outputsOf as r, PATCH_FILE as t };