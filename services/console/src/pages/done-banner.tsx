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
  "drift-looked": "It has been compared just now",
  "delivery-replayed": "It is being sent again",
  "draft-saved": "Your changes are saved in the draft",
  "failed-replayed": "What did not arrive in the last three days is being sent again",
} as const;
export type Done = keyof typeof words;

export function DoneBanner({ done }: { done: string | undefined }) {
  if (done === undefined || !isDone(done)) return null;
  return <NotificationBanner type="success">{words[done]}</NotificationBanner>;
}

function isDone(name: string): name is Done {
  return Object.hasOwn(words, name);
}
