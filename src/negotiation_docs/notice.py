"""What every door to the library says of itself."""

from __future__ import annotations

from typing import Final

NOT_ADVICE: Final = (
    "本工具不提供法律意见；需要法律帮助可拨打 12348（法律援助）。文书须由本人核对并签名，所附材料须真实。"
)
