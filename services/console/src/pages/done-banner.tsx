import { NotificationBanner } from "@guildhall/ui";

/** What can have been done on the page before. The address only names it, so nobody's words but ours are shown. */
const words = {
  "key-changed": "The key has been changed",
  "key-revoked": "The key has ended. Nothing that uses it gets in any more",
  "test-key-ended": "The test key has ended. Nothing that uses it gets in any more",
  "signing-key-rotated": "The next key signs from now on",
  "person-added": "They are let in. We have written to them where to sign in",
  "person-changed": "What they may do has been changed",
  "person-signed-out": "They are signed out everywhere",
  "person-removed": "They have been removed, and signed out",
  "credential-set": "The credential is set. What waits for the system is tried now",
  "webhook-added": "The webhook is added. Send a test to see whether it arrives",
  "webhook-rotated": "Webhooks are signed with a new key. Its public half is below",
  "webhook-disabled": "The webhook is switched off. Nothing is sent to it",
  "webhook-enabled": "The webhook is switched on again",
  "webhook-removed": "The webhook has been removed. Nothing is sent to it any more",
  "ping-sent": "A test is on its way. Load this page again to see whether it arrived",
  "delivery-resent": "It is sent again. Load this page again to see what became of it",
  "delivery-handled": "It is marked as dealt with. Nothing more is sent",
  "delivery-handed-over": "It is a task of that team now",
  "alarm-acknowledged": "You look after it. Nobody is written to about it again",
  "feedback-dealt-with": "It is marked as dealt with",
  "preview-ended": "The preview has ended. Its link opens nothing any more",
  "comment-dealt-with": "It is marked as dealt with",
  "council-created": "The council is made. Its administrators are written to",
  "scenarios-begun": "The scenarios are being run. Load this page again to see how they went",
  "brand-saved": "It is saved. Pages look so within seconds",
  "logo-changed": "The logo is in its place. Pages show it within the hour",
  "logo-removed": "The logo is taken away. Pages show the name alone",
  "drift-looked": "It has been compared just now",
  "delivery-replayed": "It is being sent again",
  "questions-added": "Your questions are added. Look at each to say more of it",
  "question-removed": "The question is removed from the draft",
  "page-removed": "The page is removed from the draft",
  "pattern-inserted": "The questions are added. Look at each, and change what is different for you",
  "condition-saved": "The condition is saved",
  "condition-removed": "The condition is removed",
  "draft-saved": "Your changes are saved in the draft",
  "service-begun": "The service is begun, as a draft that only your colleagues see",
  "draft-saved-beside":
    "Your changes are saved. Somebody else has changed other parts meanwhile: the page shows both",
  "draft-begun": "Your draft is begun. People go on with the live version meanwhile",
  "draft-there": "Somebody has begun a draft already. It is the one below",
  "draft-undone": "The last thing you did is undone. What others did since stays",
  "recipe-adopted": "It is a draft of yours now. Decide what its author leaves to you",
  "recipe-confirmed": "It stays as the recipe has it",
  "recipe-upgraded": "The new version is in the draft. Look it over, and publish it",
  "recipe-shared": "It is shared. Other councils can take it from the cookbook",
  "recipe-brought-in": "The recipe is in the cookbook now",
  "update-required": "Councils see now that they have to take it",
  "update-not-required": "Councils need not take it any more",
  "draft-published": "It is published. People use this version from now on",
  "draft-scheduled": "It goes live by itself at the time that you gave it",
  "draft-unscheduled": "It does not go live by itself any more. It stays a draft",
  "live-taken-in": "What was published meanwhile is in the draft now",
  "service-withdrawn": "The service is withdrawn. Nobody can begin it any more",
  "draft-shared": "The draft can be seen by whoever has the link below, as it is now",
  "draft-discarded": "The draft is thrown away",
  "agreement-proposed": "It is proposed. It begins once somebody of theirs approves it",
  "agreement-approved": "You have approved it. It is in force",
  "agreement-ended": "It has ended. Nobody can act under it any more",
  "caller-noted": "It is saved, with your name",
  "task-started": "You have started it",
  "task-taken": "It is yours now",
  "answer-corrected": "The answer is corrected. What they said stands beside it",
  "answer-corrected-after":
    "The answer is corrected. The old one was sent to a back office before: tell them of the new one",
  merged: "They are merged. The resident is told where it is dealt with now",
  "case-followed": "You follow it. What others do to it is shown under Cases you follow",
  "case-not-followed": "You do not follow it any more",
  "note-added": "The note is added",
  "note-sent": "The note is added, and the resident is told",
  "contact-counted": "It is counted. Nothing is kept of whose request it was",
  "more-asked": "The resident is asked. What they answer goes back to the case, and stands below",
  "asked-withdrawn": "It is not asked any more",
  "scenario-saved": "The scenario is saved. Run it to see whether it goes as it should",
  "scenario-removed": "The scenario has been removed",
  "message-saved": "The message is saved in the draft",
  "message-cleared": "The service has no words of its own for this message any more",
  "destination-added":
    "Answers go there from now on, as soon as a form has come in. Say below what it is told",
  "destination-moved": "Answers go there instead. Say below what it is told",
  "destination-begun-as":
    "Answers go there. What another service says of every form is taken over: look at each line, and say the rest",
  "destination-removed": "Answers do not go there any more",
  "target-added": "The description is added. Choose it where you say where answers go",
  "target-removed": "The description has been removed. What was mapped to it is kept",
  "folder-imported": "All of it is done. Look the drafts over, and publish what should be live",
  "failed-replayed": "What did not arrive in the last three days is being sent again",
} as const;
export type Done = keyof typeof words;

export interface DoneBannerProps {
  readonly done: string | undefined;
  /** Where most people go on. */
  readonly onward?: { readonly words: string; readonly href: string } | undefined;
}

export function DoneBanner({ done, onward }: DoneBannerProps) {
  if (done === undefined || !isDone(done)) return null;
  return (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">{words[done]}.</p>
      {onward && (
        <p class="govuk-body">
          <a class="govuk-notification-banner__link" href={onward.href}>
            {onward.words}
          </a>
        </p>
      )}
    </NotificationBanner>
  );
}

function isDone(name: string): name is Done {
  return Object.hasOwn(words, name);
}
