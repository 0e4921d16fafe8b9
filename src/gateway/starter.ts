import { join } from 'node:path';
import { allowedDomains } from '../config/domains.ts';
import { gatewayEnvironment, proxiesOf, type Proxies } from '../config/environment.ts';
import { resolveProviders, type ModelProviders } from '../config/key.ts';
import type { Settings } from '../config/settings.ts';
import { markOf } from '../sandbox/marked-processes.ts';
import type { Log } from '../text/sinks.ts';
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
  log: Log;
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
    startGateway: ({ all }, settings, deadline) => {
      const { budget, idleTimeout, record, network } = settings;
      const proxies = proxiesOf(given.environment);
      addSecrets(passwordsOf(proxies));
      return startGateway({
        program,
        proxies,
        domains: network === 'open' ? null : allowedDomains(settings.allowedDomains, given.environment),
        env: { ...gatewayEnvironment(given.environment), ...markOf(options.mark, 'gateway') },
        providers: all,
        limits: budget,
        deadline,
        // A wait that looks like silence would end the turn that it is for.
        patience: Math.min(LONGEST_WAIT, idleTimeout / 2),
        record: record ? join(options.record, 'exchanges') : null,
        log,
      });
    },
  };
}

/** As they are written in the address, and as they are meant. */
function passwordsOf({ http, https }: Proxies): readonly string[] {
  const written = [http, https].flatMap((address) =>
    address !== null && URL.canParse(address) ? [new URL(address).password] : [],
  );
  return written.filter((password) => password !== '').flatMap((password) => [password, decodeURIComponent(password)]);
}
