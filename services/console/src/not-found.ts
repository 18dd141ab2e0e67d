/** There is no such page, whatever the reason. */
export class NotFound extends Error {
  constructor() {
    super("There is no such page.");
    this.name = "NotFound";
  }
}
