/** What others have reported nearby, and being told of it. */
export const following = {
  look: {
    title: "Is it one of these?",
    known: (title: string, reports: number) =>
      `${reports === 1 ? "Somebody has" : "Other people have"} sent “${title}” near that place. If it is about the same thing, you do not need to send it again.`,
    reported: (day: string, distance: string) => `Reported on ${day}, ${distance}`,
    here: "right here",
    away: (metres: number) => `about ${metres} metres away`,
    stage: "Where it is now",
    reference: "Reference number",
    followers: "Who follows it",
    count: (people: number) => (people === 1 ? "1 other person" : `${people} other people`),
    updates: "Updates",
    follow: "Keep me informed instead",
    about: (reference: string) => `about ${reference}`,
    none: "None of these, continue",
  },
  ask: {
    title: "Get updates about this report",
    lead: "We write to you when it moves on and when it ends. You can stop at any time.",
    email: "Your email address",
    hint: "We use it only for these updates, and delete it two weeks after the report ends.",
    send: "Send me a link to confirm",
    fault: "Enter an email address in the correct format, like name@example.com",
    often: "Too many people have asked from where you are. Wait a while, and try again.",
    notNow: "We cannot send emails just now. Try again in a few minutes.",
    own: "You have not sent a report of your own. You can still [go on with it](service).",
  },
  asked: {
    title: "Check your email",
    sent: "We have sent you a link. Open it within 2 days to confirm that you want updates. You get none before that.",
    nothing:
      "If no email comes in a few minutes, look in your spam folder. No email comes if you already get updates.",
    track: "See how far the report has got",
  },
  confirm: {
    title: "Do you want updates about this report?",
    button: "Yes, send me updates",
    not: "If you did not ask for them, close this page. We delete your email address in 2 days.",
  },
  confirmed: {
    title: "You get updates about this report",
    next: "We write to you when it moves on and when it ends.",
    stop: "Stop these updates",
  },
  stop: {
    title: "Stop updates about this report?",
    lead: "We delete your email address at once.",
    button: "Stop these updates",
  },
  stopped: {
    title: "You get no updates about this report",
    text: "We do not have your email address for it any more. To get updates again, ask for them anew.",
  },
  ended: {
    title: "This report has ended",
    text: "There are no more updates about it.",
  },
};
