import type { Fault } from '../../agent.ts';
import { faultOf } from '../faults.ts';
import type { RunLine } from './run-line.ts';

type RunError = Extract<RunLine, { type: 'error' }>['error'];

/** Why a turn failed, from the error that `run` printed; it is the one that `serve` puts on its message. */
export function faultOfLine({ name, data }: RunError): Fault {
  const message = data.message === undefined || data.message === '' ? name || 'OpenCode gave no reason.' : data.message;
  switch (name) {
    case 'APIError':
      return faultOf({ name, data: { isRetryable: false, ...data, message } });
    case 'ProviderAuthError':
      return faultOf({ name, data: { providerID: '', message } });
    case 'StructuredOutputError':
      return faultOf({ name, data: { retries: 0, message } });
    case 'MessageOutputLengthError':
    case 'MessageAbortedError':
    case 'ContextOverflowError':
    case 'ContentFilterError':
      return faultOf({ name, data: { message } });
    default:
      return faultOf({ name: 'UnknownError', data: { message } });
  }
}
