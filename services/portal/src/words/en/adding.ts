/** What is said where somebody adds to a request that they have sent. */
export const adding = {
  open: "Add a note or photos",
  title: "Add a note or photos",
  lead: "What you add goes to the team that deals with your request. You can add to it until it has ended.",
  contents: "Your note",
  contentsHint: "Do not repeat what you have told us already.",
  photos: "Photos or files",
  photosHint: "Up to 10 at a time, each up to 25 MB. You need not add any.",
  add: "Add",
  back: "Back to your request",
  added: "Thank you. What you added is with us.",
  taken: "These files were added. You need not send them again:",
  empty: "Enter a note, or choose a photo or file",
  tooLong: "Your note must be 4,000 characters or fewer",
  tooMany: "You have added as much as can be added today. Try again tomorrow, or contact us",
  notNow: "It could not be added just now. Try again in a moment",
  full: "This request has as many files as it can have",
  file: (name: string, why: string) => `“${name}” was not added. ${why}`,
  typed: "This is what you typed. Nothing of it was sent:",
  ended: {
    title: "This request has ended",
    text: "Nothing can be added to it any more. If you still need help, send a new request or contact us.",
  },
  link: {
    title: "Open the link in your email first",
    text: "Only the link that we sent you lets you add to this request. The reference number alone does not. If you opened it a day ago or more, open it again.",
  },
};
