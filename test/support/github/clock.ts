/** The current time as GitHub writes it: UTC, whole seconds. */
export type Clock = () => string;

export const systemClock: Clock = () => timestamp(new Date());

export function timestamp(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
