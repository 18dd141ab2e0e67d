/** Where anyone says what is wrong with a page. */
export const feedback = {
  title: "What is wrong with the page?",
  about: (page: string) =>
    `You were on the page “${page}”. Tell us what does not work, is hard to understand or is not right. The people who make this page read it.`,
  wrong: "What is wrong?",
  wrongHint:
    "Leave out anything about you or another person, like a name, an address or bank details.",
  email: "Your email address (optional)",
  emailHint: "Only if you want an answer. We use it for nothing else.",
  send: "Send",
  only: "It is not part of any request, and we keep it for a year. Use it for the page only: we cannot deal with a request here.",
  part: "Which part of the page is it about?",
  whole: "The whole page",
  received: "Thank you for telling us",
  willRead: (page: string) =>
    `The people who make the page “${page}” will read it. If you gave us your email address, they can write to you.`,
  keeps: "Nothing in your form has changed: the answers that you gave are still there.",
  back: "Go back to the page",
  busy: "We could not take this just now. What you typed is still here. Try again later.",
  faults: {
    email: "Enter an email address in the correct format, like name@example.com",
    empty: "Enter what is wrong with the page",
    long: "What is wrong must be 1,200 characters or fewer",
    characters: "Take out the characters that cannot be shown",
  },
};

/** A service that is shown before it is published, and what is said of it. */
export const previews = {
  label: "Preview",
  banner: (name: string) => `Preview: ${name}. Nothing you enter here is sent.`,
  notReal: "Do not give real details about you or anyone else.",
  gone: {
    title: "Page not found",
    text: "This link shows nothing: ask whoever gave it to you whether it has ended.",
  },
  end: {
    title: "You have reached the end",
    text: "This is where the real service would give a reference number. Nothing was sent.",
    start: "Go back to the start",
  },
  notHere: {
    title: "You cannot do this in a preview",
    text: "In the real service you can save your form here and come back to it. What you entered is kept in this browser for a day.",
  },
  files: (label: string) => `Here people add files (“${label}”). You cannot add any in a preview.`,
  comment: "Your comment",
  ofQuestion: "What do you think of this question?",
  ofPage: "What do you think of this page?",
  thanks: "Thank you. Your comment has been added.",
  about: "What is it about?",
  name: "Your name",
  nameHint: "Those who make the service see it, and perhaps others with this link.",
  add: "Add your comment",
  busy: "We could not take this just now. What you typed is still here. Try again later",
  faults: {
    noText: "Enter your comment",
    longText: "Your comment must be 1,200 characters or fewer",
    noName: "Enter your name",
    longName: "Your name must be 80 characters or fewer",
  },
};
