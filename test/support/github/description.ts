import { readFileSync } from 'node:fs';

export type Schema = Readonly<Record<string, unknown>>;

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly 'x-multi-segment'?: boolean;
  readonly schema: Schema;
};

type Content = { readonly content?: { readonly 'application/json': { readonly schema: Schema } } };

type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'method' | 'path'>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

export type Operation = {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content>>;
};

export type Match = { readonly operation: Operation; readonly params: Readonly<Record<string, string>> };

/** The subset of GitHub's OpenAPI description that `scripts/openapi-subset.ts` writes. */
export const description: Description = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'));

export const operations: readonly Operation[] = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
);

const table = operations
  .map((operation) => ({ operation, pattern: pattern(operation) }))
  .toSorted((a, b) => (sortKey(a.operation.path) < sortKey(b.operation.path) ? -1 : 1));

/** The operation at a method and a path that is still percent-encoded. */
export function matchOperation(method: string, path: string): Match | undefined {
  for (const { operation, pattern } of table) {
    const found = operation.method === method ? pattern.exec(path) : null;
    if (found)
      return {
        operation,
        params: Object.fromEntries(
          Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
        ),
      };
  }
  return undefined;
}

/** GitHub marks the parameters that take slashes (`{ref}`, `{path}`, `{basehead}`), which routers for plain OpenAPI cannot know. */
function pattern({ path, parameters }: Operation): RegExp {
  const slashes = new Set(
    parameters.filter((parameter) => parameter['x-multi-segment']).map((parameter) => parameter.name),
  );
  const source = path
    .replaceAll(/[.+]/g, String.raw`\$&`)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${slashes.has(name) ? '.*' : '[^/]+'})`);
  return new RegExp(`^${source}$`);
}

/** Words sort before parameters, so that `issues/comments` is tried before `issues/{issue_number}`. */
function sortKey(path: string): string {
  return path.replaceAll('{', '\u{ffff}');
}
