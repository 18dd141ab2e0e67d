/** More was sent than a page of ours can hold, or something that none of them sends. */
export class TooLarge extends Error {
  constructor() {
    super("The form is larger than a page can send.");
    this.name = "TooLarge";
  }
}
