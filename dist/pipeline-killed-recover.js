import { n as Failure, r as asFailure } from "./failure2.js";
import { n as reopenWorkspace } from "./workspace-workspace.js";
import { t as guardWork } from "./pipeline-hand-over.js";
import { n as createStory } from "./workspace-change.js";
import { join } from "node:path";

// src/pipeline/killed/recover.ts
/**
* Ends a run whose process was killed, as a run that is cancelled ends: what is in the clone goes through the guard and is
* published as a draft, the status comment says why and where it is. Whatever the run had done of that by itself is found
* and gone on from. Null when there is nothing to put right: the run never showed, had ended, or gave way to another.
*
* No process of the run may be alive any more.
*/
async function recover(saved, deps, end) {
	const story = resumeStory(saved, deps);
	const face = end.createFace(story, deps);
	if (!await face.resume()) return null;
	try {
		if (saved.work === null) story.fail(killed());
		else await publishLeftWork(saved.work, end.pass, {
			deps,
			story
		});
	} catch (error) {
		story.fail(asFailure(error));
	}
	return await face.close();
}
async function publishLeftWork({ baseline, marked, programs, steps, ...work }, pass, { deps, story }) {
	const root = join(deps.run.root, "work");
	const workspace = await reopenWorkspace({
		programs,
		root,
		baseline,
		marked
	});
	await bringSteps(workspace, marked.tree, steps);
	const site = {
		...work,
		workspace,
		stored: /* @__PURE__ */ new Set(),
		underway: /* @__PURE__ */ new Map(),
		taskFile: story.state().taskFile ?? ""
	};
	const worked = {
		last: null,
		endedBy: null,
		failure: killed(),
		stopped: null
	};
	await pass(site, await guardWork(site, worked, {
		deps,
		story
	}), {
		deps,
		story
	});
}
/** What each step had done when the run was killed, brought together where it is read from. */
async function bringSteps(workspace, base, steps) {
	if (steps.length === 0) return;
	const parts = [];
	for (const { id, start, marked } of steps) {
		const { tree } = await workspace.reopenStep(id, marked).extract();
		parts.push({
			name: id,
			start,
			tree
		});
	}
	await workspace.bring((await workspace.mergeAll(base, parts)).tree);
}
function killed() {
	return new Failure("cancelled", "The job was cancelled or killed before the run could end.", { hint: "What was done before is kept; run again when you are ready." });
}
/** The story as far as it was told. What was being done then was not done. */
function resumeStory({ invocation, story: told }, deps) {
	const story = createStory(invocation, deps, told.ledger);
	story.update({
		...told,
		steps: told.steps.map((step) => step.state === "doing" ? {
			...step,
			state: "failed"
		} : step),
		notes: [...told.notes, "A model request that was under way when the run was killed is not counted."]
	});
	return story;
}

export { recover };