import { n as Failure } from "./failure2.js";

// src/text/template.ts
const HINT = "This is a fault of Patchwright, not of your repository: please report it with the log of the run.";
/**
* The template with each `{{name}}` replaced by its value. Values are put in once and not looked at again. A placeholder
* without a value, a value without a placeholder and a malformed placeholder are Failures (`unknown`).
*/
function fillTemplate(template, values) {
	const used = /* @__PURE__ */ new Set();
	const filled = template.replaceAll(/\{\{(.*?)\}\}/gs, (_, name) => {
		const value = Object.hasOwn(values, name) ? values[name] : void 0;
		if (value === void 0) throw faulty(`has no value for {{${name}}}`);
		used.add(name);
		return value;
	});
	const unknown = Object.keys(values).filter((name) => !used.has(name));
	if (unknown.length > 0) throw faulty(`has no placeholder for ${unknown.join(", ")}`);
	return filled;
}
function faulty(what) {
	return new Failure("unknown", `A prompt template ${what}`, { hint: HINT });
}

export { fillTemplate as t };