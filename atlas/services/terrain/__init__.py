"""Terrain and imagery of the south polar square: heights, slopes and pictures of them."""

from atlas.services.terrain.pictures import GroundPictures
from atlas.services.terrain.terrain import Terrain, TerrainError

__all__ = ["GroundPictures", "Terrain", "TerrainError"]
