const dayMs = 86_400_000;

/** How long a test key works that was given at once. */
export const testKeyLifeMs = 90 * dayMs;

/** How long an approved key waits to be collected. */
export const collectWithinMs = 30 * dayMs;

/** The longest that a key of ours works. */
export const longestKeyLifeMs = 365 * dayMs;

/** A request that led to no key is forgotten when its test key has ended. */
export const idleAfterMs = testKeyLifeMs;

/** One that led to a key is forgotten when that has ended too. */
export const oldAfterMs = longestKeyLifeMs + idleAfterMs;

/** How many requests may wait for a decision, and how many may be made in a day. */
export const mostWaiting = 200;
export const mostInADay = 200;

/** Of how many requests in a day those who decide are written to; they see the others when they look. */
export const mostToldInADay = 20;
