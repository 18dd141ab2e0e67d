/** Words that say nothing of anybody: they stay where they are, so that what a back office answered can be read. */
export const commonWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and another any are as at back be because been before being but by can cannot
  case cases code could council date day days did do does each either error every failed field few first for found
  from get had has have here how if in into invalid is it its just last least less like made make many maybe
  message missing more most much must my name never new no none not now null of off often old on once one only or other
  our out over own per please reason reference report required same see sent service should since so some status still
  such than that the their them then there these they this those through time to too true type two under unknown until
  up us use used value very was we well were what when where which while who why will with within without would yes
  yet you your false`.split(/\s+/),
);
