/** A form that was sent, is not kept any more, or cannot be finished as it is. */
export const gone = {
  expired: {
    kept: "We keep what you enter for 24 hours, in the browser that you began with. If your browser does not accept cookies, we cannot keep it from one page to the next.",
    saved:
      "If you saved your form to come back later, open the link in our email, or [get a new link](link).",
    again: "Start again",
    typed: "What you typed on the last page is kept.",
  },
  sent: {
    title: "You have already sent this request",
    text: "We have it, and you need do nothing. If you gave us your email address, the reference number is in the email that we sent to it.",
    track: "Track a request",
    reference: "See your reference number",
    unsent:
      "If you changed something on the last page after that, the change was not sent. You can copy it below and tell us.",
    again: "Start a new request",
  },
  changed: {
    title: "Some questions have changed since you began",
    text: "We have kept your answers. We only ask you about what has changed, and then you can check and send your form.",
    added: "New questions",
    reworded: "Questions that have changed",
    before: (label: string) => `(it was: ${label})`,
    removed: "Questions that we no longer ask",
  },
  withdrawn: {
    title: "This service has ended",
    text: (council: string, service: string) =>
      `${council} does not offer “${service}” any more, so you cannot send your form. Contact us and tell us what you wanted to send.`,
    another: "Find another service",
  },
  entered: "What you entered",
  copy: "The same as text, to copy",
};
