import { fillTemplate } from '../../../text/template.ts';

const FORM = `{{prompt}}

# Form of the answer

Your last message is read by a program. It is one JSON object and nothing else: no words before or after it. It is valid
by this JSON Schema:

{{schema}}`;

/** The prompt, with the form of its answer at the end where one is wanted; `run` has no other way to ask for data. */
export function withAnswerForm(prompt: string, schema: Readonly<Record<string, unknown>> | undefined): string {
  return schema === undefined ? prompt : fillTemplate(FORM, { prompt, schema: JSON.stringify(schema) });
}
