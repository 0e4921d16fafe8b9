import addFormats from 'ajv-formats';
import { Ajv2019, type ErrorObject, type ValidateFunction } from 'ajv/dist/2019.js';
import { description, type Operation, type Parameter, type Schema } from './description.ts';

const DESCRIPTION_ID = 'github';

/** `strict` is off because the description uses OpenAPI's own keywords and formats. */
const ajv = new Ajv2019({ strict: false, allErrors: true, inlineRefs: false, logger: false });
const coercing = new Ajv2019({ strict: false, allErrors: true, coerceTypes: true, logger: false });
for (const instance of [ajv, coercing]) addFormats.default(instance);
ajv.addSchema({ $id: DESCRIPTION_ID, components: description.components });

const compiled = new Map<string, ValidateFunction>();

export type Sent = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** What is wrong with a request, in words; undefined when it is as described. */
export function requestViolation(operation: Operation, { params, query, body }: Sent): string | undefined {
  return (
    parameterViolation(operation, 'path', params) ??
    parameterViolation(operation, 'query', query) ??
    bodyViolation(operation, body)
  );
}

/** What is wrong with an answer of ours; undefined when it is as described. */
export function responseViolation(operation: Operation, status: number, body: unknown): string | undefined {
  const documented = operation.responses[status];
  if (!documented) return status < 400 ? `status ${status} is not documented` : undefined;
  const schema = documented.content?.['application/json'].schema;
  if (!schema) return body === undefined ? undefined : `status ${status} has no body`;
  const validate = compile(`${operation.operationId} ${status}`, () => ajv.compile(absolute(schema)));
  return validate(body) ? undefined : `response ${status}: ${explain(validate.errors)}`;
}

function parameterViolation(
  operation: Operation,
  place: 'path' | 'query',
  values: Readonly<Record<string, string>>,
): string | undefined {
  const validate = compile(`${operation.operationId} ${place}`, () =>
    coercing.compile(parametersSchema(operation.parameters.filter((parameter) => parameter.in === place))),
  );
  return validate({ ...values }) ? undefined : `${place}: ${explain(validate.errors)}`;
}

function bodyViolation(operation: Operation, body: unknown): string | undefined {
  const schema = operation.requestBody?.content?.['application/json'].schema;
  if (!schema) return body === undefined || isEmptyObject(body) ? undefined : 'body: the operation takes none';
  if (body === undefined) return operation.requestBody?.required ? 'body: is required' : undefined;
  const validate = compile(`${operation.operationId} body`, () => ajv.compile(schema));
  return validate(body) ? undefined : `body: ${explain(validate.errors)}`;
}

function compile(key: string, make: () => ValidateFunction): ValidateFunction {
  const known = compiled.get(key) ?? make();
  compiled.set(key, known);
  return known;
}

function parametersSchema(parameters: readonly Parameter[]): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name),
    additionalProperties: false,
  };
}

/** The schema as a part of the registered description, which its references are into. */
function absolute(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' ? `${DESCRIPTION_ID}${String(value)}` : deepen(value),
    ]),
  );
}

function deepen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deepen);
  return isSchema(value) ? absolute(value) : value;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

function explain(errors: readonly ErrorObject[] | null | undefined): string {
  return (errors ?? [])
    .map(({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`)
    .join('; ');
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
