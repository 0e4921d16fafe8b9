import { join } from 'node:path';
import { gatewayEnvironment } from '../config/environment.ts';
import { resolveProviders, type ModelProviders } from '../config/key.ts';
import type { Settings } from '../config/settings.ts';
import { markOf } from '../sandbox/marked-processes.ts';
import { startGateway, type Gateway } from './gateway.ts';
import { LONGEST_WAIT } from './patience.ts';

export type GatewayStarterOptions = Readonly<{
  /** Where keys are given: the step's own environment and the `api-key` input. */
  given: Readonly<{ environment: Readonly<Record<string, string | undefined>>; apiKey: string }>;
  /** Node and the gateway's program. */
  program: readonly [node: string, script: string];
  /** With which the marks of the run's processes begin. */
  mark: string;
  /** Directory of the run record. */
  record: string;
  /** Told of every key before it is used. */
  addSecrets: (secrets: readonly string[]) => void;
  log: (line: string) => void;
}>;

export type GatewayStarter = Readonly<{
  /** Reads the model keys; called after the gate alone. */
  readProviders: (settings: Settings) => ModelProviders;
  /** Starts the process that holds the keys; the run has to be over at the deadline (milliseconds since the epoch). */
  startGateway: (providers: ModelProviders, settings: Settings, deadline: number) => Promise<Gateway>;
}>;

/** Makes gateways of what the step was given. */
export function createGatewayStarter(options: GatewayStarterOptions): GatewayStarter {
  const { given, program, addSecrets, log } = options;
  return {
    readProviders(settings) {
      const providers = resolveProviders(settings, given.apiKey, given.environment);
      addSecrets(providers.all.flatMap(({ key }) => (key === null ? [] : [key])));
      return providers;
    },
    startGateway: ({ all }, { budget, idleTimeout, record }, deadline) =>
      startGateway({
        program,
        env: { ...gatewayEnvironment(given.environment), ...markOf(options.mark, 'gateway') },
        providers: all,
        limits: budget,
        deadline,
        // A wait that looks like silence would end the turn that it is for.
        patience: Math.min(LONGEST_WAIT, idleTimeout / 2),
        record: record ? join(options.record, 'exchanges') : null,
        log,
      }),
  };
}
