/** Said in the same session when a turn broke off for a reason outside it. */
export const GO_ON = `The last answer broke off before it was complete: {{reason}}
Go on where it stopped, and finish what the last message asked for, in the form that it asked for.`;

/** Said in a new session after the process of the earlier one ended in the middle of its turn. */
export const AFTER_CRASH = `{{opening}}

# What happened before

An earlier session worked on this, and its process ended in the middle of a turn. What it had written is in the files
as it left them. Look at them before you do anything, keep what is right, and finish.
{{now}}`;

/** The turn that the earlier session was in, where it was not its first. */
export const NOW = `
# What to do now

{{prompt}}`;
