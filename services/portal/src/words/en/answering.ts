/** What is asked of somebody after they have sent their form. */
export const answering = {
  asked: (day: string) => `We need one more thing from you by ${day}`,
  waits:
    "We wait for your answer. If we gave you a day by which we answer, it moves on by as many working days.",
  answer: "Answer now",
  answerBy: (day: string) => `Answer by ${day}.`,
  filledIn: "What you told us before is filled in. Put right what is wrong.",
  send: "Send your answer",
  sent: {
    title: "We have your answer",
    text: "It is with the team that asked, and goes with your request. You need do nothing else.",
  },
  ended: {
    nothing: {
      title: "Nothing is asked of you now",
      text: "We write to you if we need something more. You need do nothing.",
    },
    answered: {
      title: "You have answered this already",
      text: "We have the answer that came first. You need do nothing else.",
    },
    over: {
      title: "The time to answer is over",
      text: "We go on with what we have, or get in touch with you.",
    },
    withdrawn: {
      title: "We do not need this from you any longer",
      text: "You need do nothing.",
    },
    closed: {
      title: "This request has ended",
      text: "There is nothing to answer any more.",
    },
  },
  typed: "You typed this, and it was not sent. Copy it if you want to tell us in another way:",
  link: {
    title: "Open the link in our message",
    text: "What we ask of you can be answered with the link in the email that we sent you. Open it again: it shows us that it is you.",
  },
  kept: {
    title: "What you have answered is kept",
    text: (day: string) =>
      `It is not sent yet. Open the link in our message again, until ${day}, to go on and send it.`,
    goOn: "Go on now",
  },
  follow: "See how far your request has got",
};
