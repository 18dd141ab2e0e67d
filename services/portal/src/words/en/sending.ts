/** Where answers are checked, sent and confirmed. */
export const sending = {
  check: "Check your answers before you send them",
  change: "Change",
  send: "Send your request",
  sendAndPay: "Send it and pay",
  confirm: "By sending it you confirm that, as far as you know, what you have told us is correct.",
  confirmAndPay:
    "By sending it you confirm that, as far as you know, what you have told us is correct, and that you agree to pay the amount above.",
  howWeUse: "How we use what you send us",
  sendButton: "Send",
  payButton: "Accept and continue to payment",
  changed: "Your answers were changed in the meantime. Check them again before you send them.",
  notNow: "We could not take your request just now. Your answers are kept. Try again in a minute.",
  received: "We have your request",
  reference: "Your reference number",
  writeDown: "Write the reference number down, or keep this page's link.",
  emailed: "If you gave us your email address, we are sending this reference number to it.",
  next: "What happens next",
  follow: "Follow your request",
  another: "Find another service",
  keepLink:
    "Keep this link to come back to your request at any time. Whoever has it can see what you sent, so give it to nobody else.",
};
