/** What the simulator's officer writes to the citizen. */
export const officerWords = "Dry run: an officer has looked at this.";
