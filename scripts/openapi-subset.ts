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
import { argv } from 'node:process';

type Json = { [key: string]: any };

const OPERATIONS = `
  actions/cancel-workflow-run actions/get-workflow-run actions/list-jobs-for-workflow-run actions/list-workflow-runs-for-repo
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
  repos/list-commits repos/list-pull-requests-associated-with-commit
  users/get-authenticated users/get-by-username
`
  .trim()
  .split(/\s+/);

/** Keywords that describe rather than constrain. */
const PROSE = new Set([
  'description',
  'title',
  'example',
  'examples',
  'externalDocs',
  'deprecated',
  'readOnly',
  'writeOnly',
  'discriminator',
  'default',
]);
/** Keywords whose value is a map from names to schemas, where a name may look like a keyword (`title`, `description`). */
const SCHEMA_MAPS = new Set(['properties', 'patternProperties']);

const source = argv[2];
if (!source) throw new Error('usage: node scripts/openapi-subset.ts <unpacked @octokit/openapi>');
const read = (path: string): Json => JSON.parse(readFileSync(join(source, path), 'utf8'));
const { version } = read('package.json');
const github = read('generated/api.github.com.json');
const output = subset();
writeFileSync(new URL('../test/support/github/openapi.json', import.meta.url), oneLineEach(output));

function subset(): Json {
  const paths: Json = {};
  const missing = new Set(OPERATIONS);
  for (const [path, methods] of Object.entries<Json>(github['paths'])) {
    for (const [method, operation] of Object.entries<Json>(methods)) {
      if (!missing.delete(operation['operationId'])) continue;
      paths[path] = { ...paths[path], [method]: slim(operation) };
    }
  }
  if (missing.size > 0) throw new Error(`not in ${version}: ${[...missing].join(', ')}`);
  return {
    openapi: '3.1.0',
    info: { title: "Subset of GitHub's REST API", version, 'x-source': `@octokit/openapi ${version}, api.github.com` },
    paths,
    components: { schemas: reachable(paths) },
  };
}

function slim(operation: Json): Json {
  const body = deref(operation['requestBody'])?.['content'];
  return {
    operationId: operation['operationId'],
    parameters: (operation['parameters'] ?? []).map(deref).map((parameter: Json) => ({
      name: parameter['name'],
      in: parameter['in'],
      ...(parameter['required'] && { required: true }),
      ...(parameter['x-multi-segment'] && { 'x-multi-segment': true }),
      schema: convert(inline(parameter['schema'])),
    })),
    ...(body && {
      requestBody: {
        ...(operation['requestBody'].required && { required: true }),
        content: { 'application/json': { schema: close(convert(inline(body['application/json'].schema))) } },
      },
    }),
    responses: Object.fromEntries(
      Object.entries<Json>(operation['responses']).map(([status, response]) => {
        const schema = deref(response)['content']?.['application/json']?.schema;
        return [status, schema ? { content: { 'application/json': { schema: convert(schema) } } } : {}];
      }),
    ),
  };
}

function deref(node: Json): Json {
  if (!node?.['$ref']) return node;
  return node['$ref']
    .slice(2)
    .split('/')
    .reduce((at: Json, key: string) => at[key], github);
}

/** A copy without references: a request object is closed where it stands, while the same schema in a response stays open. */
function inline(node: any): any {
  if (Array.isArray(node)) return node.map(inline);
  if (typeof node !== 'object' || node === null) return node;
  const target = deref(node);
  return Object.fromEntries(Object.entries(target).map(([key, value]) => [key, inline(value)]));
}

/** JSON Schema from an OpenAPI 3.0 schema: no prose, and `nullable` spelled as a union with null. */
function convert(schema: any): any {
  if (Array.isArray(schema)) return schema.map(convert);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = schema;
  const result: Json = {};
  for (const [key, value] of Object.entries<any>(rest)) {
    if (PROSE.has(key) || key.startsWith('x-')) continue;
    if (SCHEMA_MAPS.has(key))
      result[key] = Object.fromEntries(Object.entries(value).map(([name, child]) => [name, convert(child)]));
    else result[key] = key === 'enum' || key === 'required' ? value : convert(value);
  }
  return nullable ? { anyOf: [result, { type: 'null' }] } : result;
}

/** Refuses properties that a request object does not name; a part of a composition is closed by the whole. */
function close(schema: any, partOfWhole = false): any {
  if (Array.isArray(schema)) return schema.map((part) => close(part, partOfWhole));
  if (typeof schema !== 'object' || schema === null) return schema;
  const result: Json = { ...schema };
  const named = 'properties' in result;
  if (named && result['additionalProperties'] === true) delete result['additionalProperties'];
  for (const key of ['anyOf', 'oneOf', 'allOf'])
    if (result[key]) result[key] = close(result[key], partOfWhole || named || key === 'allOf');
  if (named)
    result['properties'] = Object.fromEntries(
      Object.entries(result['properties']).map(([name, child]) => [name, close(child)]),
    );
  if (result['items']) result['items'] = close(result['items']);
  const open = partOfWhole || 'additionalProperties' in result;
  return (named || result['allOf']) && !open ? { ...result, unevaluatedProperties: false } : result;
}

function reachable(paths: Json): Json {
  const schemas: Json = {};
  const visit = (node: any): void => {
    if (typeof node !== 'object' || node === null) return;
    const name = typeof node.$ref === 'string' ? node.$ref.split('/').at(-1) : undefined;
    if (name && !(name in schemas)) {
      schemas[name] = convert(github['components'].schemas[name]);
      visit(schemas[name]);
    }
    Object.values(node).forEach(visit);
  };
  visit(paths);
  // A label without a description has null there in every other schema, and in GitHub's answers.
  const label = schemas['pull-request-simple'].properties.labels.items.properties;
  label.description = { anyOf: [label.description, { type: 'null' }] };
  return Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** One line for each operation and schema: small, and a newer description still shows as a readable diff. */
function oneLineEach({ paths, components, ...head }: Json): string {
  const lines = (map: Json, indent: string) =>
    Object.entries(map)
      .map(([key, value]) => `${indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n');
  const operations = Object.entries<Json>(paths).map(
    ([path, methods]) => `  ${JSON.stringify(path)}: {\n${lines(methods, '   ')}\n  }`,
  );
  return [
    JSON.stringify(head, null, 1).slice(0, -2) + ',',
    ` "paths": {\n${operations.join(',\n')}\n },`,
    ` "components": {\n  "schemas": {\n${lines(components['schemas'], '   ')}\n  }\n }\n}\n`,
  ].join('\n');
}
