import type { AccountId, Holding } from '../../catalogue/access-events.ts';
import { type LedgerId, ledgerId } from '../../catalogue/codes.ts';
import type { CivilDate } from '../../catalogue/civil-date.ts';
import { type Role, roles } from '../../catalogue/roles.ts';
import { field } from '../body/field.ts';
import { nullable, optional, plain } from '../body/kind.ts';
import { list } from '../body/part.ts';
import { choice, day, text } from '../body/values.ts';

/** A secret is taken as it is: blanks at its ends belong to it. */
const secret = (description: string) =>
  plain({
    schema: { type: 'string', description, minLength: 1, maxLength: 400 },
    accepts: (value) => typeof value === 'string' && value.length > 0 && value.length <= 400,
    expected: 'un texto de 1 a 400 caracteres',
    read: (given: string) => given,
  });

const ledger = plain({
  schema: {
    type: 'string',
    description: 'El libro de que se trata.',
    pattern: String.raw`^\d{1,6}-[A-Z0-9ÁÉÍÓÚÑ]{1,30}-\d{4}$`,
    examples: ['41-SENAVEX-2020'],
  },
  accepts: (value) => typeof value === 'string' && value.length <= 60,
  expected: 'la identificación de un libro',
  read: ledgerId,
});

const login = text(64, 'El usuario: minúsculas, cifras, puntos, guiones o @.');
const name = text(200, 'Nombre y apellido.');

export class SignInBody {
  @field(login)
  login!: string;

  @field(secret('La contraseña.'))
  password!: string;
}

export class AcceptanceBody {
  @field(secret('El código de la invitación.'))
  code!: string;

  @field(secret('La contraseña, de doce letras o más.'))
  password!: string;

  @field(optional(login))
  login?: string;

  @field(optional(name))
  name?: string;
}

export class PasswordBody {
  @field(secret('La contraseña de ahora.'))
  current!: string;

  @field(secret('La nueva, de doce letras o más.'))
  next!: string;
}

export class PersonBody {
  @field(login)
  login!: string;

  @field(name)
  name!: string;

  @field(optional(text(200, 'Cómo llama a esta persona el proveedor de identidad (sub).')))
  subject?: string;
}

export class ReasonBody {
  @field(text(500, 'Por qué.'))
  reason!: string;
}

export class HoldingBody implements Holding {
  @field(choice(roles, 'La función.'))
  role!: Role;

  @field(nullable(ledger))
  ledger!: LedgerId | null;
}

export class TokenBody {
  @field(list(HoldingBody, 50))
  holdings!: readonly HoldingBody[];

  @field(day)
  expiresOn!: CivilDate;
}

/** An account in the path of an address; one that nobody has is refused by the ledger of access. */
export const accountPart = (part: string): AccountId => part as AccountId;
