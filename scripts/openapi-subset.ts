/**
 * Writes the part of GitHub's OpenAPI description that the loopback GitHub serves, as test data.
 *
 *   npm pack @octokit/openapi@23 && tar xzf octokit-openapi-23*.tgz
 *   node scripts/openapi-subset.ts ./package
 *
 * The package is 385 MB unpacked, so the subset is committed and the package is no dependency.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

type Node = Readonly<Record<string, unknown>>;

const OPERATIONS = `
  actions/cancel-workflow-run actions/download-job-logs-for-workflow-run actions/get-workflow-run actions/list-jobs-for-workflow-run actions/list-workflow-runs-for-repo
  checks/create checks/get checks/list-for-ref checks/update
  git/create-blob git/create-commit git/create-ref git/create-tree git/delete-ref git/get-blob git/get-commit git/get-ref git/get-tree
  git/list-matching-refs git/update-ref
  issues/add-assignees issues/add-labels issues/create issues/create-comment issues/create-label issues/delete-comment issues/get
  issues/get-comment issues/get-label issues/list-comments issues/list-comments-for-repo issues/list-for-repo issues/list-labels-for-repo
  issues/list-labels-on-issue issues/remove-all-labels issues/remove-label issues/set-labels issues/update issues/update-comment
  pulls/check-if-merged pulls/create pulls/create-reply-for-review-comment pulls/create-review pulls/create-review-comment pulls/get
  pulls/get-review pulls/get-review-comment pulls/list pulls/list-comments-for-review pulls/list-commits pulls/list-files
  pulls/list-requested-reviewers pulls/list-review-comments pulls/list-reviews pulls/merge pulls/remove-requested-reviewers
  pulls/request-reviewers pulls/update
  rate-limit/get
  reactions/create-for-issue reactions/create-for-issue-comment reactions/create-for-pull-request-review-comment
  reactions/delete-for-issue reactions/delete-for-issue-comment reactions/delete-for-pull-request-comment reactions/list-for-issue
  reactions/list-for-issue-comment reactions/list-for-pull-request-review-comment
  repos/compare-commits-with-basehead repos/create-commit-status repos/get repos/get-branch repos/get-collaborator-permission-level
  repos/get-combined-status-for-ref repos/get-commit repos/get-content repos/list-branches repos/list-commit-statuses-for-ref
  repos/list-activities repos/list-commits repos/list-pull-requests-associated-with-commit
  users/get-authenticated users/get-by-username
`
  .trim()
  .split(/\s+/);

/** Keywords that describe rather than constrain. */
const PROSE = new Set(
  'title description example examples externalDocs deprecated readOnly writeOnly discriminator default'.split(' '),
);
/** Keywords that hold names with schemas, where a name may look like a keyword (`title`, `description`). */
const SCHEMA_MAPS = new Set(['properties', 'patternProperties']);
/** Keywords that hold values instead of schemas. */
const VALUES = new Set(['enum', 'required']);
const COMPOSITIONS = ['anyOf', 'oneOf', 'allOf'];

const nodeSchema = z.record(z.string(), z.unknown());

const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(nodeSchema).default([]),
  requestBody: nodeSchema.optional(),
  responses: z.record(z.string(), nodeSchema),
});

const descriptionSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.record(z.string(), nodeSchema),
});

const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  'x-multi-segment': z.boolean().optional(),
  schema: z.unknown(),
});

const contentSchema = z.object({
  required: z.boolean().optional(),
  content: z.object({ 'application/json': z.object({ schema: z.unknown() }).optional() }).optional(),
});

const source = z
  .string({ error: 'usage: node scripts/openapi-subset.ts <unpacked @octokit/openapi>' })
  .parse(process.argv[2]);
const { version } = z.object({ version: z.string() }).parse(read('package.json'));
const github = descriptionSchema.parse(read('generated/api.github.com.json'));
writeFileSync(new URL('../test/support/github/openapi.json', import.meta.url), oneLineEach(subset()));

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(source, path), 'utf8'));
}

type Subset = { readonly head: Node; readonly paths: Readonly<Record<string, Node>>; readonly schemas: Node };

function subset(): Subset {
  const wanted = new Set(OPERATIONS);
  const paths = Object.entries(github.paths).flatMap(([path, methods]): [string, Node][] => {
    const kept = Object.entries(methods).filter(([, { operationId }]) => wanted.delete(operationId));
    return kept.length === 0
      ? []
      : [[path, Object.fromEntries(kept.map(([method, operation]) => [method, slim(operation)]))]];
  });
  if (wanted.size > 0) throw new Error(`not in ${version}: ${[...wanted].join(', ')}`);
  const origin = `@octokit/openapi ${version}, api.github.com`;
  return {
    head: { openapi: '3.1.0', info: { title: "Subset of GitHub's REST API", version, 'x-source': origin } },
    paths: Object.fromEntries(paths),
    schemas: corrected(reachable(paths)),
  };
}

function slim({ operationId, parameters, requestBody, responses }: z.infer<typeof operationSchema>): Node {
  const body = requestBody && contentSchema.parse(deref(requestBody));
  const taken = body?.content?.['application/json'];
  return {
    operationId,
    parameters: parameters.map((parameter) => {
      const { schema, ...rest } = parameterSchema.parse(deref(parameter));
      return { ...rest, schema: convert(inline(schema)) };
    }),
    ...(taken && { requestBody: { required: body.required, ...json(close(convert(inline(taken.schema)), false)) } }),
    responses: mapValues(responses, (response) => {
      const answered = contentSchema.parse(deref(response)).content?.['application/json'];
      return answered ? json(convert(answered.schema)) : {};
    }),
  };
}

function json(schema: unknown): Node {
  return { content: { 'application/json': { schema } } };
}

function deref(node: unknown): unknown {
  const reference = isNode(node) ? node['$ref'] : undefined;
  if (typeof reference !== 'string') return node;
  const [, , kind = '', name = ''] = reference.split('/');
  return github.components[kind]?.[name];
}

/** A copy without references: a request object is closed where it stands, while the same schema in a response stays open. */
function inline(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(inline);
  const target = deref(node);
  return isNode(target) ? mapValues(target, inline) : target;
}

/** JSON Schema from an OpenAPI 3.0 schema: no prose, and `nullable` spelled as a union with null. */
function convert(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(convert);
  if (!isNode(schema)) return schema;
  const kept = Object.entries(schema).filter(([key]) => !PROSE.has(key) && !key.startsWith('x-') && key !== 'nullable');
  const converted = Object.fromEntries(kept.map(([key, value]) => [key, convertKeyword(key, value)]));
  return schema['nullable'] === true ? orNull(converted) : converted;
}

function convertKeyword(key: string, value: unknown): unknown {
  if (VALUES.has(key)) return value;
  return SCHEMA_MAPS.has(key) && isNode(value) ? mapValues(value, convert) : convert(value);
}

function orNull(schema: unknown): Node {
  return { anyOf: [schema, { type: 'null' }] };
}

/** Refuses properties that a request object does not name; a part of a composition is closed by the whole. */
function close(schema: unknown, isPart: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((part) => close(part, isPart));
  if (!isNode(schema)) return schema;
  const { properties, additionalProperties, ...rest } = schema;
  const named = isNode(properties);
  const open = additionalProperties !== undefined && !(named && additionalProperties === true);
  const closed = mapValues(rest, (value, key) => {
    if (COMPOSITIONS.includes(key)) return close(value, isPart || named || key === 'allOf');
    return key === 'items' ? close(value, false) : value;
  });
  return {
    ...closed,
    ...(named && { properties: mapValues(properties, (property) => close(property, false)) }),
    ...(open && { additionalProperties }),
    ...(!isPart && !open && (named || 'allOf' in rest) && { unevaluatedProperties: false }),
  };
}

function reachable(paths: unknown): Node {
  const schemas = new Map<string, unknown>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isNode(node)) return;
    const name = typeof node['$ref'] === 'string' ? node['$ref'].split('/').at(-1) : undefined;
    if (name !== undefined && !schemas.has(name)) {
      schemas.set(name, convert(github.components['schemas']?.[name]));
      visit(schemas.get(name));
    }
    Object.values(node).forEach(visit);
  };
  visit(paths);
  return Object.fromEntries([...schemas].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A label without a description has null there in GitHub's answers, and in every schema but this one. */
function corrected(schemas: Node): Node {
  const path = ['pull-request-simple', 'properties', 'labels', 'items', 'properties', 'description'];
  const correct = (node: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return orNull(node);
    if (!isNode(node) || !(key in node)) throw new Error(`no ${path.join('.')} to correct`);
    return { ...node, [key]: correct(node[key], rest) };
  };
  return nodeSchema.parse(correct(schemas, path));
}

/** One line for each operation and schema: small, and a newer description still shows as a readable diff. */
function oneLineEach({ head, paths, schemas }: Subset): string {
  const lines = (map: Node): string =>
    Object.entries(map)
      .map(([key, value]) => `   ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n');
  const operations = Object.entries(paths).map(
    ([path, methods]) => `  ${JSON.stringify(path)}: {\n${lines(methods)}\n  }`,
  );
  const opening = JSON.stringify(head, null, 1).slice(0, -2);
  return `${opening},\n "paths": {\n${operations.join(',\n')}\n },\n "components": {\n  "schemas": {\n${lines(schemas)}\n  }\n }\n}\n`;
}

function mapValues(node: Node, change: (value: unknown, key: string) => unknown): Node {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, change(value, key)]));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
