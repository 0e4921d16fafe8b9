import { readFileSync } from 'node:fs';
import {
  GraphQLError,
  buildSchema,
  defaultFieldResolver,
  execute,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { z } from 'zod';
import { json, tokenOf, type Answer, type Exchange, type Incoming } from './exchange.ts';
import { Refusal } from './failure.ts';
import { createResolvers } from './graphql-resolvers.ts';
import { failure, type Tokens } from './rest.ts';
import type { Actor, World } from './world.ts';

const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).optional(),
  operationName: z.string().nullish(),
});

type GraphQLRequest = z.infer<typeof requestSchema>;

let builtSchema: GraphQLSchema | undefined;

/** GitHub's published schema, parsed at the first call because that takes a good part of a second. */
function schema(): GraphQLSchema {
  const file = new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema'));
  builtSchema ??= buildSchema(readFileSync(file, 'utf8'), {
    assumeValid: true,
    assumeValidSDL: true,
    noLocation: true,
  });
  return builtSchema;
}

export function graphqlExchange(world: World, tokens: Tokens, { headers, body }: Incoming): Exchange {
  const token = tokenOf(headers);
  const actor = token === undefined ? undefined : tokens.get(token);
  const request = parseRequest(body);
  return {
    route: 'POST /graphql',
    operationId: 'graphql',
    mutates: true,
    body: request,
    token,
    actor,
    answer: async () =>
      actor
        ? run(world, actor, request)
        : { outgoing: failure(401, token === undefined ? 'Requires authentication' : 'Bad credentials') },
  };
}

/** What is no GraphQL request is an empty document, which is refused. */
function parseRequest(body: Buffer): GraphQLRequest {
  try {
    return requestSchema.parse(JSON.parse(body.toString()));
  } catch {
    return { query: '' };
  }
}

async function run(world: World, actor: Actor, { query, variables, operationName }: GraphQLRequest): Promise<Answer> {
  const { document, errors } = parseValid(query);
  if (!document)
    return {
      outgoing: json(200, { errors }),
      violation: `GraphQL: ${errors.map((error) => error.message).join('; ')}`,
    };
  const result = await execute({
    schema: schema(),
    document,
    rootValue: createResolvers(world, actor),
    fieldResolver: strictResolver,
    ...(variables && { variableValues: variables }),
    ...(operationName && { operationName }),
  });
  const unexpected = result.errors?.filter(({ originalError }) => !(originalError instanceof Refusal)) ?? [];
  return {
    outgoing: json(200, {
      data: result.data ?? null,
      ...(result.errors && { errors: result.errors.map(renderError) }),
    }),
    violation: unexpected.length > 0 ? `GraphQL: ${unexpected.map((error) => error.message).join('; ')}` : undefined,
  };
}

/** The document, or why it does not fit the schema. */
function parseValid(query: string): { readonly document?: DocumentNode; readonly errors: readonly GraphQLError[] } {
  try {
    const document = parse(query);
    const errors = validate(schema(), document);
    return errors.length > 0 ? { errors } : { document, errors };
  } catch (error) {
    return { errors: [error instanceof GraphQLError ? error : new GraphQLError(String(error))] };
  }
}

/** A field that is not modelled is an error: null would read as GitHub's answer. */
const strictResolver: GraphQLFieldResolver<Readonly<Record<string, unknown>>, unknown> = (
  source,
  args,
  context,
  info,
) => {
  if (source[info.fieldName] === undefined)
    throw new Error(`${info.parentType.name}.${info.fieldName} is not modelled by the loopback GitHub`);
  return defaultFieldResolver(source, args, context, info);
};

function renderError(error: GraphQLError) {
  const { originalError, path, locations, message } = error;
  const type = originalError instanceof Refusal ? TYPES[originalError.status] : undefined;
  return { ...(type && { type }), path, locations, message };
}

const TYPES: Readonly<Record<number, string>> = { 403: 'FORBIDDEN', 404: 'NOT_FOUND', 422: 'UNPROCESSABLE' };
