/** A shorter secret would be half given away by its last four characters. */
const shortestToShow = 16;

/** The end of a secret, to tell it from another by; nothing of one that is too short for it. */
export function lastFourOf(secret: string): { last4?: string } {
  return secret.length >= shortestToShow ? { last4: secret.slice(-4) } : {};
}
