/** Further prompt in the coder's session: only what is new since the last turn. */
export const FIX = `# Findings of round {{round}}

An independent review and the project's checks looked at your change. Mend these findings in the working directory; the task and the rules
stay as they are.

{{findings}}
{{pivot}}
# What to leave behind

For each finding one line that begins with its id: what you did, or why you dispute it, with evidence. Change nothing else.
`;

export const PIVOT = `
# Another approach is needed

The same failure came back twice, so what was tried does not hold:
{{tried}}
Say in one line why it did not hold. Then take an approach that differs in kind, not in detail.
`;
