/** Words before the number of a feature, in headings and where somebody names one; alternatives of a pattern. */
export const FEATURE_WORDS = 'feature|step|task|phase|milestone|story|epic|part';
