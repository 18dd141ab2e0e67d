/** How long what was said is kept. */
export const feedbackKeptMs = 365 * 86_400_000;
/** How much is taken in a day from all together: nobody can read more, and a crowd does not fill the disk. */
export const mostInADay = 2000;
