import type { Percentage } from '../../catalogue/amount.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import type { ActivityCode } from '../../catalogue/codes.ts';
import { field } from '../body/field.ts';
import { nullable, optional } from '../body/kind.ts';
import { list, part } from '../body/part.ts';
import { activity, day, newCode, percentage, text, whole } from '../body/values.ts';
import { FactBody, identification, reason } from './shared-bodies.ts';

const name = text(2_000, 'La actividad específica.');
const operation = optional(nullable(text(2_000, 'La operación.')));
const indicator = optional(nullable(text(2_000, 'El indicador.')));
const position = optional(nullable(whole(1, 99_999, 'Su fila en el formulario impreso.')));
const maybeDay = optional(nullable(day));

/** What is left out is not known. */
export class RegisterActivityBody extends FactBody {
  @field(newCode) code!: ActivityCode;
  @field(name) name!: string;
  @field(operation) operation?: string | null;
  @field(maybeDay) start?: CivilDate | null;
  @field(maybeDay) end?: CivilDate | null;
  @field(indicator) indicator?: string | null;
  @field(position) position?: number | null;
}

/** What is left out stays as it is. */
export class ActivityChangesBody {
  @field(optional(newCode)) code?: ActivityCode;
  @field(optional(name)) name?: string;
  @field(operation) operation?: string | null;
  @field(maybeDay) start?: CivilDate | null;
  @field(maybeDay) end?: CivilDate | null;
  @field(indicator) indicator?: string | null;
  @field(position) position?: number | null;
}

export class ReviseActivityBody extends FactBody {
  @field(activity) activity!: string;
  @field(part(ActivityChangesBody)) changes!: ActivityChangesBody;
  @field(optional(identification)) adjustment?: string;
}

export class WithdrawActivityBody extends FactBody {
  @field(activity) activity!: string;
  @field(reason) reason!: string;
  @field(optional(identification)) adjustment?: string;
}

export class ProgressBody {
  @field(activity) activity!: string;
  @field(percentage) accumulated!: Percentage;
  @field(optional(text(2_000, 'El respaldo.'))) evidence?: string;
}

export class ReportProgressBody extends FactBody {
  @field(list(ProgressBody, 5_000)) progress!: readonly ProgressBody[];
}
