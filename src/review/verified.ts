/** One of the seven conditions of "verified", each computed and each with what it was computed from. */
export type Condition = Readonly<{
  name:
    | 'change-exists'
    | 'in-scope'
    | 'check-passed'
    | 'nothing-broken'
    | 'no-blocking-finding'
    | 'check-definitions-untouched'
    | 'published-is-checked';
  holds: boolean;
  evidence: string;
}>;

/** Verified is all seven; `tree` is the digest it was earned on. */
export type Verification = Readonly<{
  verified: boolean;
  tree: string;
  conditions: readonly Condition[];
}>;
