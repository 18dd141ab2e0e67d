/** What can be said of a request that has ended. */
export const ending = {
  over: (title: string) => `How it ended: ${title}`,
  contact: (council: string) => `Contact ${council} if this is not what you expected.`,
  notFixed: {
    ask: "Is it not fixed?",
    until: (day: string) => `You can tell us until ${day}.`,
    say: "Tell us that it is not fixed",
    title: "Tell us that it is not fixed",
    wrong: "What is still wrong?",
    wrongHint:
      "We open your request again, and the team reads this. Do not tell us anything about yourself that we do not need.",
    send: "Open my request again",
    anew: "Send it again",
    anewText:
      "We begin a new request with the answers that you gave. You can change them before you send it. Add photos and other files again.",
    begin: "Begin a new request",
    empty: "Enter what is still wrong",
    long: "What is still wrong must be 1,200 characters or less",
    characters: "What is still wrong has characters that cannot be stored",
    why: {
      "process-open": "Your request is open already. You need do nothing.",
      "not-fixed-not-offered": "We cannot open this request again.",
      "not-fixed-too-late":
        "The time to tell us that this is not fixed is over. You can send a new request.",
      "not-fixed-too-often":
        "You have told us before that this is not fixed. Contact us, and give the reference.",
      "service-withdrawn": "This service is no longer offered online. Contact us instead.",
      link: "Open the link in the email that we sent you. It shows us that it is you.",
    },
    cannot: "This cannot be done now",
    reopened: "Your request is open again",
    reopenedText: "Someone will look at it. We tell you what happens.",
  },
  rating: {
    ask: "How satisfied are you with what we did?",
    scores: {
      5: "Very satisfied",
      4: "Satisfied",
      3: "Neither satisfied nor dissatisfied",
      2: "Dissatisfied",
      1: "Very dissatisfied",
    },
    words: "What could we do better? (optional)",
    wordsHint: "We read this without your name. We do not answer it.",
    send: "Send",
    empty: "Choose how satisfied you are",
    long: "What we could do better must be 1,200 characters or less",
    characters: "What we could do better has characters that cannot be stored",
    given: "Thank you for telling us how satisfied you are.",
    before: "You have told us before how satisfied you are. We keep what you said first.",
    title: "How satisfied you are",
    early: "You can tell us once your request has ended.",
    busy: "We could not take this just now. Try again in a moment.",
  },
  back: "Go back to your request",
};
