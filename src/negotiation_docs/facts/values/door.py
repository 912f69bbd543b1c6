"""How a type of the case format tells pydantic to read it: one function per type, and the schema that describes it."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Door(Struct, frozen=True, eq=False, dict=True):  # compared and hashed by identity, as the schema is a dict
    """The marker in ``Annotated[Decimal, Door(parse_money, {...})]``: ``read`` is the only way in.

    ``informed`` readers get pydantic's ValidationInfo as second argument; ``write`` is how JSON says the value, where
    pydantic would not know.
    """

    read: Callable[..., Any]
    schema: dict[str, Any]
    informed: bool = False
    write: Callable[[Any], str] | None = None

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Only our reader: pydantic's own idea of the type would be asked a second time, and is laxer."""
        said = core_schema.plain_serializer_function_ser_schema(self.write, when_used="json") if self.write else None
        if self.informed:
            return core_schema.with_info_plain_validator_function(self.read, serialization=said)
        return core_schema.no_info_plain_validator_function(self.read, serialization=said)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The described form."""
        return dict(self.schema)
