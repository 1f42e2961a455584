import type { Provider } from '@nestjs/common';
import { AccessBook } from '../application/access-book.ts';
import { KeptTrail } from '../application/kept-trail.ts';
import { People } from '../application/people.ts';
import { SignIns } from '../application/sign-ins.ts';
import * as messages from './access-messages.ts';
import { commandHandler } from './command-handler.ts';
import { queryHandler } from './query-handler.ts';

const signingIn: Provider[] = [
  commandHandler(messages.SignIn, SignIns, (signIns, { asked: { login, password } }) =>
    signIns.signIn(login, password),
  ),
  commandHandler(messages.AcceptInvitation, SignIns, (signIns, { asked }) => signIns.accept(asked)),
  commandHandler(messages.ReturnFromProvider, SignIns, (signIns, { asked: { kept, query } }) =>
    signIns.returnFromProvider(kept, query),
  ),
  commandHandler(messages.SignOut, SignIns, (signIns, { asked }) => signIns.signOut(asked)),
  commandHandler(messages.ChangePassword, SignIns, (signIns, { asked: { account, ...change } }) =>
    signIns.changePassword(account, change),
  ),
  queryHandler(messages.Identify, SignIns, (signIns, { credentials }) =>
    signIns.identify(credentials),
  ),
  queryHandler(messages.VisitProvider, SignIns, (signIns) => signIns.visitProvider()),
];

const managing: Provider[] = [
  commandHandler(messages.AddPerson, People, (people, { actor, asked }) =>
    people.add(actor, asked),
  ),
  commandHandler(messages.InvitePerson, People, (people, { actor, asked }) =>
    people.invite(actor, asked),
  ),
  commandHandler(messages.ErasePerson, People, (people, { actor, asked }) =>
    people.erase(actor, asked),
  ),
  commandHandler(messages.ChangeAccess, People, (people, { actor, asked }) =>
    people.change(actor, asked),
  ),
  commandHandler(messages.IssueToken, People, (people, { actor, asked }) =>
    people.issueToken(actor, asked),
  ),
  commandHandler(messages.RevokeToken, People, (people, { actor, asked: { token, owner } }) =>
    people.revokeToken(actor, token, owner),
  ),
  commandHandler(messages.InviteFirst, People, (people) => people.firstInvitation()),
  queryHandler(messages.ViewPerson, People, (people, { account }) => people.one(account)),
  queryHandler(messages.ListPeople, People, (people) => people.list()),
  queryHandler(messages.ListTokens, People, (people, { owner }) => people.tokens(owner)),
  queryHandler(messages.ViewAccessHistory, AccessBook, (book) => book.history()),
];

export const accessHandlers: Provider[] = [
  ...signingIn,
  ...managing,
  commandHandler(messages.NoteReading, KeptTrail, (trail, { actor, asked }) =>
    trail.note(actor, asked),
  ),
  queryHandler(messages.SearchTrail, KeptTrail, (trail, { search }) => trail.search(search)),
];
