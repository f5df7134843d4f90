from checker.pipeline import check as check
from checker.pipeline import extract_claims as extract_claims

__version__: str
