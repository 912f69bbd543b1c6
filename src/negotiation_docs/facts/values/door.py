"""How a type of the case format tells pydantic to read it: one function per type, and the schema that describes it."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Door(Struct, frozen=True, eq=False, dict=True):  # compared and hashed by identity, as the schema is a dict
    """The marker in ``Annotated[Decimal, Door(parse_money, {...})]``: ``read`` is the only way in.

    ``informed`` readers get pydantic's ValidationInfo as second argument.
    """

    read: Callable[..., Any]
    schema: dict[str, Any]
    informed: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Only our reader: pydantic's own idea of the type would be asked a second time, and is laxer."""
        if self.informed:
            return core_schema.with_info_plain_validator_function(self.read)
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The described form."""
        return dict(self.schema)
