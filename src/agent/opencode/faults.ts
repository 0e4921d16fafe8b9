import type { AssistantMessage } from '@opencode-ai/sdk/v2/client';
import type { FailureCategory } from '../../failure.ts';
import type { Fault } from '../agent.ts';
import { categoryOfStatus } from '../provider-status.ts';

type AssistantError = NonNullable<AssistantMessage['error']>;

/** Why a turn failed, from the error that OpenCode put on its message. */
export function faultOf(error: AssistantError): Fault {
  return { category: categoryOf(error), message: messageOf(error) };
}

function categoryOf(error: AssistantError): FailureCategory {
  switch (error.name) {
    case 'ProviderAuthError':
      return 'auth';
    case 'MessageOutputLengthError':
    case 'StructuredOutputError':
      return 'bad-output';
    case 'MessageAbortedError':
      return 'cancelled';
    case 'ContextOverflowError':
      return 'context-overflow';
    case 'ContentFilterError':
      return 'content-filter';
    case 'APIError':
      if (error.data.statusCode === undefined) return 'stream-lost';
      return categoryOfStatus(error.data.statusCode) ?? 'unknown';
    case 'UnknownError':
      return 'unknown';
  }
}

const WORD_JOINER = '\u2060';

function messageOf(error: AssistantError): string {
  const { message } = error.data;
  // The gateway breaks up words that OpenCode would take for a reason to ask again.
  const text = (typeof message === 'string' ? message : error.name).replaceAll(WORD_JOINER, '');
  return error.name === 'APIError' && error.data.statusCode !== undefined
    ? `${text} (status ${error.data.statusCode})`
    : text;
}
