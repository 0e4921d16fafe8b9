/** What each severity means, the same for everybody who judges. */
export const SEVERITIES_TOLD = `Severities
- critical: data loss, a security hole, or the main behaviour is wrong.
- high: a requirement is missing, a regression, a broken or empty test of the main behaviour.
- medium: an edge case is wrong, a misleading name or document, a needless risk.
- low: worth knowing.
When in doubt between two, the lower one.`;
