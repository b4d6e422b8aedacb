"""The JSON API: what the pages do, for programs. Its operations are one table.

In: requests under /api/v1. Out: JSON, and the OpenAPI document, both made from the table.
"""

from learnt.web.api.openapi import document
from learnt.web.api.routes import routes

__all__ = ["document", "routes"]
