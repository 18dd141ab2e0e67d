/** Seeing all that one has sent, by a link to one's address. */
export const myRequests = {
  title: "See all your requests",
  lead: "Enter the email address that you gave with your requests. We send a link to it, which shows what you have sent to us and to the other organisations that use this system.",
  email: "Your email address",
  hint: "We use it only to send you the link.",
  send: "Send me a link",
  fault: "Enter an email address in the correct format, like name@example.com",
  often: "Too many people have asked from where you are. Wait a while, and try again.",
  notNow: "We cannot send emails just now. Try again in a few minutes.",
  lost: "If you do not have the reference number, you can [get a link to all your requests](all) by email.",
  link: "Get a link to all your requests",
  asked: {
    title: "Check your email",
    sent: "We have sent you a link. It works for 1 hour.",
    nothing:
      "If no email comes in a few minutes, look in your spam folder. We send a few links an hour to one address.",
  },
  list: {
    title: "Your requests",
    caption: "What you sent with your email address, the newest first.",
    most: "Only your newest 100 requests to each organisation are shown.",
    request: "Request",
    where: "Where it is now",
    sent: (day: string) => `Sent on ${day}`,
    ended: "Ended",
    until:
      "Anyone who has this page’s link can see your requests. It works for 1 hour from when you asked for it.",
    none: "There are no requests with your email address",
    other: "If you gave another email address, [get a link for that one](again).",
    unasked: "We could not ask these organisations. Open your link again in a few minutes:",
  },
  expired: {
    title: "This link does not work any more",
    text: "A link to your requests works for 1 hour. Open the newest one in your email, all of it, or get another.",
    again: "Get another link",
  },
};
