import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Permission } from '../../catalogue/roles.ts';

/** `anyone` needs no session, `signedIn` needs one and no role. */
export type Needed = Permission | 'anyone' | 'signedIn';

export const neededKey = 'needed';

/** What a route needs, which its description says too. One that says nothing is refused to everybody. */
export const Permits = (needed: Needed) =>
  applyDecorators(SetMetadata(neededKey, needed), ApiExtension('x-needs', needed));
